import { countValues, isMapShape } from '../../tensor/shape.ts';
import { message } from '../../text/message.ts';
import { oneToOne } from '../commonParts.ts';
import { defineLayer } from '../defineLayer.ts';
import { line, noFormula, term } from '../formulaParts.ts';
import { onlyInput, shaped } from '../shapeProblems.ts';
import { fields } from './fields.ts';
import { targets } from './targets.ts';

/** Bends every value by itself: `[24, 24, 6]` keeps its size. Softmax alone looks along the channels. */
export const activation = defineLayer({
	kind: 'activation',
	category: 'activation',
	icon: 'activation',
	text: {
		title: 'Activation',
		nodeName: 'activation',
		summary: 'Bends the values, so that layers in a row can do more than one.',
		explanation:
			'Without it, two layers in a row could be replaced by a single one: sums of sums are sums. An activation bends every value by itself. ReLU keeps what a filter has found and sets everything negative to zero; it is the usual choice between layers. Sigmoid and tanh flatten out at both ends, so little of the error comes back through many of them. Softmax turns the last layer’s numbers into probabilities that add up to 1.',
		synonyms: [
			'nonlinearity',
			'non-linear',
			'ReLU',
			'sigmoid',
			'tanh',
			'softmax',
			'leaky ReLU',
			'PReLU',
			'GELU',
			'SiLU',
			'swish',
			'ELU',
			'SELU',
			'mish',
		],
		card: ['{name}', '{rule}'],
		words: {
			'activation.label': 'Function',
			'activation.help': 'How each value is bent. ReLU is the usual choice between layers.',
			'slope.label': 'Slope below zero',
			'slope.help': 'What is left of negative values: 0.01 keeps a hundredth of them.',
			'rule.relu': 'max(0, x)',
			'rule.relu6': 'between 0 and 6',
			'rule.leakyRelu': 'x < 0: {slope}·x',
			'rule.prelu': 'learns the slope',
			'rule.elu': 'x < 0: eˣ − 1',
			'rule.selu': 'scaled ELU',
			'rule.gelu': 'x·Φ(x)',
			'rule.swish': 'x·sigmoid(x)',
			'rule.hardSwish': 'x·relu6(x + 3) / 6',
			'rule.mish': 'x·tanh(softplus x)',
			'rule.sigmoid': '1 / (1 + e⁻ˣ)',
			'rule.tanh': 'between −1 and 1',
			'rule.softplus': 'ln(1 + eˣ)',
			'rule.softmax': 'adds up to 1',
			'rule.linear': 'changes nothing',
		},
	},
	...oneToOne,
	fields,
	inferShape: (_config, inputs) => shaped(onlyInput(inputs)),
	// He et al. 2015: one slope per channel, starting at 0.25; on a vector one per value.
	weights: (config, inputs) => {
		if (config.activation !== 'prelu') return [];
		const input = onlyInput(inputs);
		const shape = isMapShape(input) ? [1, 1, input[2]] : input;
		return [{ name: 'alpha', shape, layout: 'none', initializer: { kind: 'constant', value: 0.25 }, isTrainable: true }];
	},
	multiplyAdds: () => 0,
	sight: () => ({ kind: 'point' }),
	formula: (config, inputs) => {
		if (config.activation !== 'prelu') return noFormula;
		const input = onlyInput(inputs);
		const slopes = isMapShape(input) ? input[2] : countValues(input);
		return { ...noFormula, weights: line('weights', [term(isMapShape(input) ? 'c' : 'inputs', slopes, { part: 'input' })], slopes) };
	},
	cardValues: (config) => ({
		name: message(`field.activation.option.${config.activation}`),
		rule: message(`layer.activation.rule.${config.activation}`, { slope: config.slope }),
	}),
	finalActivation: (config) => config.activation,
	targets,
});
