import { countValues, type MapShape, type TensorShape } from '../../tensor/shape.ts';
import { slidingCardValues, spellWindow } from '../cardText.ts';
import { oneToOne } from '../commonParts.ts';
import { defineLayer, type WeightSpec } from '../defineLayer.ts';
import { slidingSettings } from '../depthwiseConv2d/fields.ts';
import { depthwiseKernel } from '../depthwiseParts.ts';
import type { ConfigOf } from '../fields.ts';
import type { FormulaBlock } from '../formula.ts';
import { denseInsteadLine, line, product, sign, term, windowSizeLines } from '../formulaParts.ts';
import { onlyMap } from '../shapeProblems.ts';
import { geometryOf, inferSliding } from '../slidingWindow.ts';
import { biasWeight, initializerFor, maxNormConstraint } from '../weightFields.ts';
import { fields, POINTWISE_AXES, type SeparableFields } from './fields.ts';
import { targets } from './targets.ts';

type Config = ConfigOf<SeparableFields>;

/** A window per channel, then 1 × 1 filters over all of them: `[28, 28, 32]`, 64 filters of 3 × 3 → `[28, 28, 64]`. */
export const separableConv2d = defineLayer({
	kind: 'separableConv2d',
	category: 'convolution',
	icon: 'convolution',
	text: {
		title: 'Separable',
		nodeName: 'separable',
		summary: 'A convolution in two cheap steps: where, then which channels.',
		explanation:
			'First every channel is looked at through a small window of its own, then filters of 1 × 1 mix the channels at every place. Both steps together do nearly what a convolution does, with a fraction of its weights and multiplications: for 3 × 3 and many filters about a ninth. Xception and MobileNet are built of it.',
		synonyms: ['depthwise separable', 'Xception', 'MobileNet', 'pointwise'],
		card: [
			'{kernel} · {filters, plural, one {# filter} other {# filters}}',
			'{padding}{isStrided, select, yes { ÷{strides}} other {}}{activation, select, linear {} other { · {activation}}}',
		],
		words: { 'kernelSize.label': 'Kernel', 'kernelSize.help': 'Width and height of the window of every channel.' },
	},
	...oneToOne,
	fields,
	inferShape: (config, inputs, context) => inferSliding(slidingSettings(config), inputs, context, () => config.filters),
	weights,
	multiplyAdds: (config, inputs, output) => {
		const { perPlace } = counts(config, onlyMap(inputs));
		const [height = 1, width = 1] = output;
		return height * width * perPlace;
	},
	sight: (config, inputs) => ({ kind: 'window', geometry: geometryOf(slidingSettings(config), onlyMap(inputs)) }),
	formula,
	cardValues: (config) => ({
		kernel: spellWindow(config.kernelSize),
		filters: config.filters,
		...slidingCardValues(config),
		activation: config.activation,
	}),
	finalActivation: (config) => config.activation,
	targets,
});

/** Channels between the two steps, and multiplications at one place: a·b·c·k + c·k·filters. */
function counts(
	{ kernelSize, depthMultiplier, filters }: Config,
	input: MapShape,
): { readonly between: number; readonly perPlace: number } {
	const between = input[2] * depthMultiplier;
	return { between, perPlace: between * (kernelSize[0] * kernelSize[1] + filters) };
}

function weights(config: Config, inputs: readonly TensorShape[]): readonly WeightSpec[] {
	const input = onlyMap(inputs);
	const { between } = counts(config, input);
	const pointwise: WeightSpec = {
		name: 'pointwiseKernel',
		shape: [1, 1, between, config.filters],
		layout: 'HWIO',
		initializer: initializerFor(config.kernelInitializer, { fanIn: between, fanOut: config.filters }),
		isTrainable: true,
		...maxNormConstraint(config.maxNorm, POINTWISE_AXES),
	};
	const both = [depthwiseKernel(config, input), pointwise];
	if (!config.useBias) return both;
	return [...both, biasWeight(config.filters)];
}

function formula(config: Config, inputs: readonly TensorShape[], output: TensorShape): FormulaBlock {
	const input = onlyMap(inputs);
	const [height, width] = config.kernelSize;
	const { between, perPlace } = counts(config, input);
	const geometry = geometryOf(slidingSettings(config), input);
	const kernelTerm = (symbol: string, size: number) => term(symbol, size, { role: 'kernel', field: 'kernelSize', part: 'window' });
	const filtersTerm = term('filters', config.filters, { role: 'kernel', field: 'filters', part: 'output' });
	const depth = term(config.depthMultiplier === 1 ? 'c' : 'c·multiplier', between, { part: 'input' });
	return {
		size: [
			...windowSizeLines(geometry, { window: 'kernelSize', strides: 'strides', padding: 'padding', dilationRate: 'dilationRate' }),
			line('depth', [filtersTerm], config.filters),
		],
		weights: line(
			'weights',
			[
				...product(kernelTerm('a', width), kernelTerm('b', height), depth),
				sign('+'),
				...(config.useBias ? [sign('('), depth, sign('+'), term('1', 1, { field: 'useBias' }), sign(')')] : [depth]),
				sign('·'),
				filtersTerm,
			],
			height * width * between + (between + (config.useBias ? 1 : 0)) * config.filters,
		),
		multiplyAdds: line(
			'multiplyAdds',
			[
				...product(term('width', geometry.width.output, { part: 'output' }), term('height', geometry.height.output, { part: 'output' })),
				sign('·'),
				sign('('),
				...product(term('a·b', height * width, { role: 'kernel', part: 'window' }), depth),
				sign('+'),
				...product(depth, filtersTerm),
				sign(')'),
			],
			geometry.width.output * geometry.height.output * perPlace,
		),
		denseInstead: denseInsteadLine(countValues(input), countValues(output)),
	};
}
