import type { MapShape } from '../tensor/shape.ts';
import type { FusedActivation } from './activations.ts';
import { activated, node, type OnnxValue, padsOf, weight } from './onnx.ts';
import { geometryOf, type SlidingSettings } from './slidingWindow.ts';

interface Convolution {
	readonly value: OnnxValue;
	readonly input: MapShape;
	readonly settings: SlidingSettings;
	readonly kernel: OnnxValue;
	readonly groups: number;
	readonly useBias: boolean;
	readonly activation: FusedActivation;
}

/** Padding is written in numbers, so that nobody has to know who puts the odd row of "same" where. */
export function convolution({ value, input, settings, kernel, groups, useBias, activation }: Convolution): OnnxValue {
	const result = node('Conv', useBias ? [value, kernel, weight('bias')] : [value, kernel], windowOf(settings, input, groups));
	return activated(activation, result, input);
}

export function windowOf(settings: SlidingSettings, input: MapShape, groups: number) {
	return {
		kernel_shape: settings.window,
		strides: settings.strides,
		dilations: settings.dilationRate,
		pads: padsOf(geometryOf(settings, input)),
		group: groups,
	};
}
