import { countValues } from '../../tensor/shape.ts';
import { oneToOne } from '../commonParts.ts';
import { defineLayer } from '../defineLayer.ts';
import { denseFormula, denseWeights } from '../denseParts.ts';
import { needsVector, onlyInput, refused, shaped } from '../shapeProblems.ts';
import { fields } from './fields.ts';
import { targets } from './targets.ts';

/** Every input feeds every unit: `[400]`, 120 units → `[120]`, (400 + 1)·120 = 48,120 weights. */
export const dense = defineLayer({
	kind: 'dense',
	category: 'dense',
	icon: 'dense',
	text: {
		title: 'Dense',
		nodeName: 'dense',
		summary: 'Connects every input with every unit.',
		explanation:
			'Every unit adds up all inputs, each with a weight of its own, adds a bias and applies the activation. It can combine features from anywhere in the picture, and that is what the last layers of a network do: from features to the answer. For a whole picture it is wasteful: each pixel needs a weight for every unit, and nothing tells it that neighbours belong together.',
		synonyms: ['fully connected', 'FC', 'linear', 'perceptron', 'feed-forward', 'inner product'],
		card: ['{units, plural, one {# unit} other {# units}}', '{activation}'],
		words: { 'units.help': 'How many numbers the layer gives, one from every unit.' },
	},
	...oneToOne,
	fields,
	inferShape: (config, inputs) => {
		const input = onlyInput(inputs);
		return input.length === 1 ? shaped([config.units]) : refused(needsVector(input, config.units));
	},
	weights: denseWeights,
	multiplyAdds: (config, inputs) => countValues(onlyInput(inputs)) * config.units,
	sight: () => ({ kind: 'whole' }),
	formula: denseFormula,
	cardValues: (config) => ({ units: config.units, activation: config.activation }),
	finalActivation: (config) => config.activation,
	targets,
});
