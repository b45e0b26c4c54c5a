import { countValues, isMapShape, type TensorShape } from '../../tensor/shape.ts';
import { message } from '../../text/message.ts';
import { defineLayer, type FixProposal, type Inferred, type LayerContext, type LayerProblem, type WeightSpec } from '../defineLayer.ts';
import { denseFormula, denseWeights } from '../denseParts.ts';
import type { ConfigOf } from '../fields.ts';
import type { FormulaBlock } from '../formula.ts';
import { line, noFormula, product, sign, term } from '../formulaParts.ts';
import { needsMap, needsVector, onlyInput, refused, shaped } from '../shapeProblems.ts';
import { biasWeight, initializerFor } from '../weightFields.ts';
import { fields, type OutputFields } from './fields.ts';
import { targets } from './targets.ts';

type Config = ConfigOf<OutputFields>;

/** The answer: `[84]`, 10 classes → `[10]`; for segmentation a class for every pixel, `[28, 28, 16]` → `[28, 28, 3]`. */
export const output = defineLayer({
	kind: 'output',
	category: 'endpoint',
	icon: 'output',
	text: {
		title: 'Output',
		nodeName: 'output',
		summary: 'The network’s answer, one number per class.',
		explanation:
			'Here the features become an answer. For classification there is one number per class, and softmax turns them into probabilities that add up to 1. Training compares them with the right class. With “own weights” the output is a last dense layer; with “direct” it takes a vector that already has one number per class, as after global average pooling.',
		synonyms: ['answer', 'classifier', 'prediction', 'head', 'softmax', 'output layer', 'loss'],
		card: [
			'{units, plural, one {# {task, select, regression {value} other {class}}} other {# {task, select, regression {values} other {classes}}}}',
			'{activation}',
		],
		words: {
			'units.label': 'Classes',
			'units.help': 'As many as the data has classes; for regression, how many values are estimated.',
			'task.label': 'Task',
			'task.help': 'What the numbers mean: it decides how the network is judged while it trains.',
			'activation.help': 'Softmax: one class is right. Sigmoid: each class on its own. Linear: any number.',
			'task.option.classification': 'classification: which class?',
			'task.option.regression': 'regression: which value?',
			'task.option.segmentation': 'segmentation: which class is each pixel?',
			'connection.label': 'Connection',
			'connection.option.dense': 'own weights',
			'connection.option.direct': 'direct',
			'connection.help': 'Own weights: a dense layer from all features to all classes. Direct: the vector that comes in is the answer.',
			'diagnostic.unitsDiffer.title': 'As many numbers as classes',
			'diagnostic.unitsDiffer.text':
				'A direct output passes on what comes in: {found, plural, one {# number} other {# numbers}} for {units, plural, one {# class} other {# classes}}.',
			'diagnostic.classCountDiffers.title': 'The data has {classes, plural, one {# class} other {# classes}}',
			'diagnostic.classCountDiffers.text':
				'“{dataset}” has {classes, plural, one {# class} other {# classes}}, but the output answers with {units, plural, one {# number} other {# numbers}}.',
			'diagnostic.softmaxOfOne.title': 'Softmax of one number',
			'diagnostic.softmaxOfOne.text':
				'Softmax makes its numbers add up to 1, so a single one is always 1. For a yes or no with one number take sigmoid.',
			'diagnostic.activationForTask.title': '{activation} does not fit the task',
			'diagnostic.activationForTask.text':
				'{task, select, regression {A value to estimate has no bounds, but {activation} keeps it between 0 and 1. Take linear unless your values lie there.} other {To compare classes the answer must be probabilities: take softmax, or sigmoid where several classes can be right.}}',
			'fix.connectDense.label': 'Use own weights',
			'fix.connectDense.detail': 'A dense layer from every number to every class: {weights, number} weights.',
			'fix.setUnits.label': 'Set {units, plural, one {# class} other {# classes}}',
			'fix.setUnits.detail': 'The output answers with {units, plural, one {# number} other {# numbers}}.',
			'fix.useSigmoid.label': 'Use sigmoid',
			'fix.useSigmoid.detail': 'Each number becomes a probability of its own between 0 and 1.',
			'fix.useSoftmax.label': 'Use softmax',
			'fix.useSoftmax.detail': 'The numbers become probabilities that add up to 1.',
			'fix.useLinear.label': 'Use linear',
			'fix.useLinear.detail': 'The answer may be any number.',
		},
	},
	inputs: [{ name: 'in' }],
	outputs: [],
	endpoint: 'sink',
	fields,
	inferShape,
	weights,
	multiplyAdds: (config, inputs, shape) => (config.connection === 'direct' ? 0 : countValues(shape) * channelsOf(onlyInput(inputs))),
	sight: (config) => ({ kind: config.task === 'segmentation' || config.connection === 'direct' ? 'point' : 'whole' }),
	formula,
	cardValues: (config) => ({ units: config.units, task: config.task, activation: config.activation }),
	finalActivation: (config) => config.activation,
	task: (config) => config.task,
	targets,
});

function channelsOf(shape: TensorShape): number {
	return shape[shape.length - 1] ?? 1;
}

function inferShape(config: Config, inputs: readonly TensorShape[], context: LayerContext): Inferred {
	const input = onlyInput(inputs);
	const { task, units, connection } = config;
	if (task === 'segmentation' ? !isMapShape(input) : input.length !== 1) {
		return refused(task === 'segmentation' ? needsMap(input) : needsVector(input, units));
	}
	const found = channelsOf(input);
	if (connection === 'direct' && found !== units) return refused(unitsDiffer(units, found));
	const remarks = [softmaxOfOne(config), activationForTask(config), classCountDiffers(config, context)];
	return shaped(
		[...input.slice(0, -1), units],
		remarks.filter((remark) => remark !== null),
	);
}

function weights(config: Config, inputs: readonly TensorShape[]): readonly WeightSpec[] {
	if (config.connection === 'direct') return [];
	const input = onlyInput(inputs);
	if (!isMapShape(input)) return denseWeights({ ...config, useBias: true }, inputs);
	const fans = { fanIn: input[2], fanOut: config.units };
	return [
		{
			name: 'kernel',
			shape: [1, 1, input[2], config.units],
			layout: 'HWIO',
			initializer: initializerFor(config.kernelInitializer, fans),
			isTrainable: true,
		},
		biasWeight(config.units),
	];
}

function formula(config: Config, inputs: readonly TensorShape[], shape: TensorShape): FormulaBlock {
	if (config.connection === 'direct')
		return { ...noFormula, size: [line('values', [term('inputs', channelsOf(shape), { part: 'input' })], channelsOf(shape))] };
	const input = onlyInput(inputs);
	if (!isMapShape(input)) return denseFormula({ ...config, useBias: true }, inputs);
	const [height = 1, width = 1, units = 1] = shape;
	const channels = term('c', input[2], { part: 'input' });
	const classes = term('classes', units, { role: 'kernel', field: 'units', part: 'output' });
	return {
		...noFormula,
		size: [line('depth', [classes], units)],
		weights: line('weights', [sign('('), channels, sign('+'), sign('1'), sign(')'), sign('·'), classes], (input[2] + 1) * units),
		multiplyAdds: line(
			'multiplyAdds',
			product(term('width', width, { part: 'output' }), term('height', height, { part: 'output' }), classes, channels),
			countValues(shape) * input[2],
		),
	};
}

function setFix(id: string, config: Readonly<Record<string, string | number>>, values: Readonly<Record<string, number>> = {}): FixProposal {
	return {
		kind: 'setConfig',
		id,
		label: message(`layer.output.fix.${id}.label`, values),
		detail: message(`layer.output.fix.${id}.detail`, values),
		config,
	};
}

function unitsDiffer(units: number, found: number): LayerProblem {
	return {
		code: 'unitsDiffer',
		severity: 'error',
		field: 'units',
		input: 0,
		values: { units, found },
		received: message('diagnostic.value.shape', { shape: [found] }),
		expected: message('diagnostic.value.shape', { shape: [units] }),
		fixes: [
			setFix('connectDense', { connection: 'dense' }, { weights: (found + 1) * units }),
			setFix('setUnits', { units: found }, { units: found }),
		],
	};
}

function classCountDiffers({ units, task, activation }: Config, { dataset }: LayerContext): LayerProblem | null {
	const classes = dataset?.classes.length ?? 0;
	if (!dataset || task === 'regression' || classes === 0 || classes === units) return null;
	// One number is enough to tell two classes apart.
	if (units === 1 && classes === 2 && activation === 'sigmoid') return null;
	return {
		code: 'classCountDiffers',
		severity: 'error',
		field: 'units',
		values: { units, classes, dataset: dataset.title },
		fixes: [setFix('setUnits', { units: classes }, { units: classes })],
	};
}

function softmaxOfOne({ units, activation }: Config): LayerProblem | null {
	if (units !== 1 || activation !== 'softmax') return null;
	return { code: 'softmaxOfOne', severity: 'error', field: 'activation', fixes: [setFix('useSigmoid', { activation: 'sigmoid' })] };
}

function activationForTask({ task, activation, units }: Config): LayerProblem | null {
	const isFitting = task === 'regression' ? activation === 'linear' : activation !== 'linear';
	if (isFitting || (units === 1 && activation === 'softmax')) return null;
	const fix =
		task === 'regression'
			? setFix('useLinear', { activation: 'linear' })
			: units === 1
				? setFix('useSigmoid', { activation: 'sigmoid' })
				: setFix('useSoftmax', { activation: 'softmax' });
	return {
		code: 'activationForTask',
		severity: 'warning',
		field: 'activation',
		values: { task, activation: message(`field.activation.option.${activation}`) },
		fixes: [fix],
	};
}
