import { countValues, isMapShape, type TensorShape } from '../../tensor/shape.ts';
import { slideWindow, type TransposedAxis, type WindowAxis } from '../../tensor/window.ts';
import { message } from '../../text/message.ts';
import { spellStrides, spellWindow } from '../cardText.ts';
import { oneToOne } from '../commonParts.ts';
import { defineLayer, type FixProposal, type Inferred, type LayerProblem, type WeightSpec } from '../defineLayer.ts';
import type { ConfigOf } from '../fields.ts';
import type { FormulaBlock, FormulaLine } from '../formula.ts';
import { denseInsteadLine, line, product, sign, term } from '../formulaParts.ts';
import { needsMap, onlyInput, onlyMap, refused, shaped } from '../shapeProblems.ts';
import { biasWeight, initializerFor, maxNormConstraint } from '../weightFields.ts';
import { FILTER_AXES, fields, type TransposeFields } from './fields.ts';
import { type AxisAnswer, spreadOf, spreadOverMap } from './geometry.ts';
import { targets } from './targets.ts';

type Config = ConfigOf<TransposeFields>;

/** Lays a window of values onto the output for every input value: `[14, 14, 64]`, 2 × 2, stride 2, 32 filters → `[28, 28, 32]`. */
export const conv2dTranspose = defineLayer({
	kind: 'conv2dTranspose',
	category: 'convolution',
	icon: 'convolution',
	text: {
		title: 'Transposed',
		nodeName: 'transposed',
		summary: 'Makes maps larger, with weights that learn how.',
		explanation:
			'A convolution looks through a window and gives one value; this layer goes the other way: every value lays a window of weights onto a larger map, and where windows overlap they are added. With a stride of 2 the map doubles. Networks that draw or mark every pixel use it to come back to the size of the picture. A window that the stride does not divide leaves a chequered pattern.',
		synonyms: ['transposed convolution', 'deconvolution', 'upsampling', 'fractionally strided', 'decoder', 'U-Net'],
		card: [
			'{kernel} · {filters, plural, one {# filter} other {# filters}}',
			'{padding} ×{strides}{activation, select, linear {} other { · {activation}}}',
		],
		words: {
			'kernelSize.label': 'Kernel',
			'kernelSize.help': 'Width and height of the window that every value lays down.',
			'strides.help': 'How far apart the windows are laid. 2 doubles the size.',
			'padding.help':
				'valid: everything that the windows reach is kept. same: the size is that of the input times the stride. explicit: as many rows and columns are cut off as you type.',
			'pad.label': 'Cut off',
			'pad.help': 'Rows and columns cut off at each side: the zeros of the convolution that this one turns round.',
			'outputPadding.label': 'Output padding',
			'outputPadding.help': 'Rows and columns added at the end, fewer than the stride. Empty: chosen by the padding.',
			'diagnostic.nothingLeft.title': 'Nothing is left',
			'diagnostic.nothingLeft.text':
				'After cutting, {axes, select, height {the output would have {height, number} rows} width {the output would have {width, number} columns} other {the output would have {height, number} rows and {width, number} columns}}. Cut off less.',
			'diagnostic.outputPaddingTooLarge.title': 'Output padding reaches the stride',
			'diagnostic.outputPaddingTooLarge.text':
				'Output padding tells sizes apart that the stride makes one, so it is smaller than the stride: at most {mostWidth, number} across and {mostHeight, number} down.',
			'fix.cutNothing.label': 'Cut nothing off',
			'fix.cutNothing.detail': 'Everything that the windows reach is kept.',
			'fix.automaticPadding.label': 'Choose it automatically',
			'fix.automaticPadding.detail': 'The padding decides how many rows and columns are added.',
		},
	},
	...oneToOne,
	fields,
	inferShape,
	weights,
	multiplyAdds: (config, inputs) => countValues(onlyMap(inputs)) * config.kernelSize[0] * config.kernelSize[1] * config.filters,
	sight: (config, inputs) => {
		const { height, width } = spreadOf(config, onlyMap(inputs));
		return { kind: 'window', geometry: { height: seenBy(height), width: seenBy(width) } };
	},
	formula,
	cardValues: (config) => ({
		kernel: spellWindow(config.kernelSize),
		filters: config.filters,
		padding: config.padding,
		strides: spellStrides(config.strides),
		activation: config.activation,
	}),
	finalActivation: (config) => config.activation,
	targets,
});

function inferShape(config: Config, inputs: readonly TensorShape[]): Inferred {
	const input = onlyInput(inputs);
	if (!isMapShape(input)) return refused(needsMap(input));
	const { outputPadding, strides } = config;
	if (outputPadding && (outputPadding[0] >= strides[0] || outputPadding[1] >= strides[1])) {
		const values = { mostHeight: strides[0] - 1, mostWidth: strides[1] - 1 };
		const fixes = [fix('automaticPadding', { outputPadding: null })];
		return refused({ code: 'outputPaddingTooLarge', severity: 'error', field: 'outputPadding', values, fixes });
	}
	const { height, width } = spreadOverMap(config, input);
	if (!height.ok || !width.ok) return refused(nothingLeft(height, width));
	return shaped([height.value.output, width.value.output, config.filters]);
}

function nothingLeft(height: AxisAnswer, width: AxisAnswer): LayerProblem {
	const size = (axis: AxisAnswer) => (axis.ok ? axis.value.output : axis.problem.output);
	return {
		code: 'nothingLeft',
		severity: 'error',
		field: 'padding',
		input: 0,
		values: { axes: !height.ok && !width.ok ? 'both' : height.ok ? 'width' : 'height', height: size(height), width: size(width) },
		fixes: [fix('cutNothing', { padding: 'valid', outputPadding: null })],
	};
}

function fix(id: string, config: Extract<FixProposal, { readonly kind: 'setConfig' }>['config']): FixProposal {
	const word = (part: string) => message(`layer.conv2dTranspose.fix.${id}.${part}`);
	return { kind: 'setConfig', id, label: word('label'), detail: word('detail'), config };
}

function weights(config: Config, inputs: readonly TensorShape[]): readonly WeightSpec[] {
	const [height, width] = config.kernelSize;
	const channels = onlyMap(inputs)[2];
	const kernel: WeightSpec = {
		name: 'kernel',
		shape: [height, width, config.filters, channels],
		layout: 'HWOI',
		// Keras and PyTorch count both by the kernel's axes, as if it were a plain convolution's: in are the filters, out the channels.
		initializer: initializerFor(config.kernelInitializer, { fanIn: height * width * config.filters, fanOut: height * width * channels }),
		isTrainable: true,
		...maxNormConstraint(config.maxNorm, FILTER_AXES),
	};
	if (!config.useBias) return [kernel];
	return [kernel, biasWeight(config.filters)];
}

/** An output value gathers from the windows that overlap there: as many input cells as strides go into the window, rounded up. */
function seenBy(axis: TransposedAxis): WindowAxis {
	const overlapping = slideWindow({ input: axis.window, window: 1, stride: axis.stride, padding: 'valid' });
	const seen = Math.min(overlapping.ok ? overlapping.value.output : 1, axis.input);
	const slid = slideWindow({ input: axis.input, window: seen, stride: 1, padding: 'same' });
	if (!slid.ok) throw new Error('Same padding always fits.');
	return slid.value;
}

function formula(config: Config, inputs: readonly TensorShape[], output: TensorShape): FormulaBlock {
	const input = onlyMap(inputs);
	const { height, width } = spreadOf(config, input);
	const [rows, columns] = config.kernelSize;
	const filtersTerm = term('filters', config.filters, { role: 'kernel', field: 'filters', part: 'output' });
	const channels = term('c', input[2], { part: 'input' });
	const kernelTerm = (symbol: string, size: number) => term(symbol, size, { role: 'kernel', field: 'kernelSize', part: 'window' });
	const window = product(kernelTerm('a', columns), kernelTerm('b', rows), channels);
	const perInput = rows * columns * config.filters;
	return {
		size: [
			axisLine('width', width, { size: 'm', stride: 's', window: 'a', padding: 'p' }),
			axisLine('height', height, { size: 'n', stride: 't', window: 'b', padding: 'q' }),
			line('depth', [filtersTerm], config.filters),
		],
		weights: line(
			'weights',
			config.useBias
				? [sign('('), ...window, sign('+'), term('1', 1, { field: 'useBias' }), sign(')'), sign('·'), filtersTerm]
				: [...window, sign('·'), filtersTerm],
			(rows * columns * input[2] + (config.useBias ? 1 : 0)) * config.filters,
		),
		multiplyAdds: line(
			'multiplyAdds',
			product(
				term('m', input[1], { role: 'size', part: 'input' }),
				term('n', input[0], { role: 'size', part: 'input' }),
				channels,
				term('a·b·filters', perInput, { role: 'kernel', part: 'window' }),
			),
			countValues(input) * perInput,
		),
		denseInstead: denseInsteadLine(countValues(input), countValues(output)),
	};
}

interface AxisLetters {
	readonly size: string;
	readonly stride: string;
	readonly window: string;
	readonly padding: string;
}

/** `(m − 1)·s + a − 2p + e`, without what is zero. */
function axisLine(axis: 'width' | 'height', at: TransposedAxis, letters: AxisLetters): FormulaLine {
	const padding = { role: 'padding', field: 'padding', part: 'padding' } as const;
	const isEven = at.padBefore === at.padAfter;
	const cut = isEven
		? term(`2${letters.padding}`, `2·${at.padBefore}`, padding)
		: term(`(${letters.padding} + ${letters.padding}′)`, `(${at.padBefore} + ${at.padAfter})`, padding);
	return line(
		axis,
		[
			sign('('),
			term(letters.size, at.input, { role: 'size', part: 'input' }),
			sign('−'),
			sign('1'),
			sign(')'),
			sign('·'),
			term(letters.stride, at.stride, { role: 'stride', field: 'strides', part: 'step' }),
			sign('+'),
			term(letters.window, at.window, { role: 'kernel', field: 'kernelSize', part: 'window' }),
			sign('−'),
			cut,
			sign('+'),
			term('e', at.extra, { role: 'padding', field: 'outputPadding' }),
		],
		at.output,
	);
}
