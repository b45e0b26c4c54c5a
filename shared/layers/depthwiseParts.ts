import type { MapShape } from '../tensor/shape.ts';
import type { Pair } from '../tensor/window.ts';
import type { WeightSpec } from './defineLayer.ts';
import { kerasPadding, type SlidingSettings } from './slidingWindow.ts';
import type { KerasLayer } from './targets.ts';
import {
	initializerFor,
	type KernelSettings,
	kerasConstraint,
	kerasInitializer,
	kerasRegularizer,
	maxNormConstraint,
} from './weightFields.ts';

/** A window of its own for every channel, `depthMultiplier` times. */
export interface DepthwiseSettings extends KernelSettings {
	readonly kernelSize: Pair;
	readonly strides: Pair;
	readonly dilationRate: Pair;
	readonly depthMultiplier: number;
	readonly maxNorm: number;
}

/** What one filter takes in: its window alone, in either form of the kernel. */
export const WINDOW_AXES = [0, 1] as const;

/** Keras's depthwise convolution steps alike in both directions and has no gaps; any other is a convolution in as many groups as channels. */
function isStock({ strides, dilationRate }: DepthwiseSettings): boolean {
	return strides[0] === strides[1] && dilationRate.every((rate) => rate === 1);
}

/**
 * `[3, 3, channels, multiplier]`, or the same numbers in the same order as a grouped kernel, `[3, 3, 1, channels · multiplier]`.
 * Either starts as Keras starts the former: `compute_fans` counts all channels as coming in and the multiplier as going out (decision 21).
 */
export function depthwiseKernel(settings: DepthwiseSettings, input: MapShape): WeightSpec {
	const [height, width] = settings.kernelSize;
	const { depthMultiplier } = settings;
	const channels = input[2];
	return {
		name: 'depthwiseKernel',
		shape: isStock(settings) ? [height, width, channels, depthMultiplier] : [height, width, 1, channels * depthMultiplier],
		layout: isStock(settings) ? 'HWIM' : 'HWIO',
		initializer: initializerFor(settings.kernelInitializer, {
			fanIn: height * width * channels,
			fanOut: height * width * depthMultiplier,
		}),
		isTrainable: true,
		...maxNormConstraint(settings.maxNorm, WINDOW_AXES),
	};
}

export function kerasDepthwise(
	settings: DepthwiseSettings,
	sliding: SlidingSettings,
	input: MapShape,
	end: { readonly activation: string; readonly useBias: boolean },
): KerasLayer {
	const { kernelSize, strides, dilationRate, depthMultiplier, kernelInitializer, maxNorm } = settings;
	const shared = {
		kernel_size: [...kernelSize],
		strides: [...strides],
		padding: kerasPadding(sliding),
		data_format: 'channels_last',
		dilation_rate: [...dilationRate],
		activation: end.activation,
		use_bias: end.useBias,
		bias_initializer: { class_name: 'Zeros', config: {} },
	};
	const weights = end.useBias ? ['depthwiseKernel', 'bias'] : ['depthwiseKernel'];
	if (isStock(settings)) {
		const depthwise = { depth_multiplier: depthMultiplier, depthwise_initializer: kerasInitializer(kernelInitializer) };
		return {
			className: 'DepthwiseConv2D',
			config: {
				...shared,
				...depthwise,
				depthwise_regularizer: kerasRegularizer(settings),
				...kerasConstraint(maxNorm, WINDOW_AXES, 'depthwise'),
			},
			weights,
		};
	}
	const grouped = { filters: input[2] * depthMultiplier, groups: input[2], kernel_initializer: kerasInitializer(kernelInitializer) };
	return {
		className: 'GroupedConv2D',
		config: { ...shared, ...grouped, kernel_regularizer: kerasRegularizer(settings), ...kerasConstraint(maxNorm, WINDOW_AXES) },
		weights,
	};
}
