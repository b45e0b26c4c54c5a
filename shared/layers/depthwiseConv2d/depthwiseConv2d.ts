import { countValues, type TensorShape } from '../../tensor/shape.ts';
import { slidingCardValues, spellWindow } from '../cardText.ts';
import { oneToOne } from '../commonParts.ts';
import { defineLayer, type WeightSpec } from '../defineLayer.ts';
import { depthwiseKernel } from '../depthwiseParts.ts';
import type { ConfigOf } from '../fields.ts';
import type { FormulaBlock } from '../formula.ts';
import { denseInsteadLine, line, product, sign, term, windowSizeLines } from '../formulaParts.ts';
import { onlyMap } from '../shapeProblems.ts';
import { geometryOf, inferSliding } from '../slidingWindow.ts';
import { biasWeight } from '../weightFields.ts';
import { type DepthwiseFields, fields, slidingSettings } from './fields.ts';
import { targets } from './targets.ts';

type Config = ConfigOf<DepthwiseFields>;

/** A window of its own for each channel, without mixing them: `[14, 14, 32]`, multiplier 2 → `[14, 14, 64]`. */
export const depthwiseConv2d = defineLayer({
	kind: 'depthwiseConv2d',
	category: 'convolution',
	icon: 'convolution',
	text: {
		title: 'Depthwise',
		nodeName: 'depthwise',
		summary: 'One small filter per channel; channels are not mixed.',
		explanation:
			'A usual filter looks through all channels at once. Here every channel has a filter of its own, so that a window of 3 × 3 needs 9 weights per channel, however deep the map is. What the channels have to do with each other is left to a 1 × 1 convolution behind it. MobileNet is built of these two steps.',
		synonyms: ['depthwise convolution', 'MobileNet', 'grouped', 'channel-wise'],
		card: [
			'{kernel} per map',
			'{padding}{isStrided, select, yes { ÷{strides}} other {}}{activation, select, linear {} other { · {activation}}}',
		],
		words: { 'kernelSize.label': 'Kernel', 'kernelSize.help': 'Width and height of the window of every channel.' },
	},
	...oneToOne,
	fields,
	inferShape: (config, inputs, context) =>
		inferSliding(slidingSettings(config), inputs, context, (channels) => channels * config.depthMultiplier),
	weights,
	multiplyAdds: ({ kernelSize }, _inputs, output) => countValues(output) * kernelSize[0] * kernelSize[1],
	sight: (config, inputs) => ({ kind: 'window', geometry: geometryOf(slidingSettings(config), onlyMap(inputs)) }),
	formula,
	cardValues: (config) => ({
		kernel: spellWindow(config.kernelSize),
		...slidingCardValues(config),
		activation: config.activation,
	}),
	finalActivation: (config) => config.activation,
	targets,
});

function weights(config: Config, inputs: readonly TensorShape[]): readonly WeightSpec[] {
	const input = onlyMap(inputs);
	const kernel = depthwiseKernel(config, input);
	if (!config.useBias) return [kernel];
	return [kernel, biasWeight(input[2] * config.depthMultiplier)];
}

function formula(config: Config, inputs: readonly TensorShape[], output: TensorShape): FormulaBlock {
	const input = onlyMap(inputs);
	const [height, width] = config.kernelSize;
	const geometry = geometryOf(slidingSettings(config), input);
	const channels = term('c', input[2], { part: 'input' });
	const multiplier = term('multiplier', config.depthMultiplier, { role: 'kernel', field: 'depthMultiplier' });
	const kernelTerm = (symbol: string, size: number) => term(symbol, size, { role: 'kernel', field: 'kernelSize', part: 'window' });
	const window = product(kernelTerm('a', width), kernelTerm('b', height));
	const [, , depth = 1] = output;
	return {
		size: [
			...windowSizeLines(geometry, { window: 'kernelSize', strides: 'strides', padding: 'padding', dilationRate: 'dilationRate' }),
			line('depth', product(channels, multiplier), depth),
		],
		weights: line(
			'weights',
			[
				...(config.useBias ? [sign('('), ...window, sign('+'), term('1', 1, { field: 'useBias' }), sign(')')] : window),
				sign('·'),
				...product(channels, multiplier),
			],
			(height * width + (config.useBias ? 1 : 0)) * depth,
		),
		multiplyAdds: line(
			'multiplyAdds',
			product(
				term('width', geometry.width.output, { part: 'output' }),
				term('height', geometry.height.output, { part: 'output' }),
				term('depth', depth, { part: 'output' }),
				term('a·b', height * width, { role: 'kernel', part: 'window' }),
			),
			countValues(output) * height * width,
		),
		denseInstead: denseInsteadLine(countValues(input), countValues(output)),
	};
}
