import type { TensorShape } from '../tensor/shape.ts';
import type { WeightSpec } from './defineLayer.ts';
import { onlyInput } from './shapeProblems.ts';

/** Channels of a map, values of a vector. */
export function channelsOf(inputs: readonly TensorShape[]): number {
	const input = onlyInput(inputs);
	return input[input.length - 1] ?? 1;
}

/** One value per channel. */
export function channelWeight(name: string, channels: number, start: 'zeros' | 'ones', isTrainable: boolean): WeightSpec {
	return { name, shape: [channels], layout: 'C', initializer: { kind: start }, isTrainable };
}

/** Learned scale and shift per channel, in Keras's order. */
export function scaleAndShift(config: { readonly scale: boolean; readonly center: boolean }, channels: number): readonly WeightSpec[] {
	return [
		...(config.scale ? [channelWeight('gamma', channels, 'ones', true)] : []),
		...(config.center ? [channelWeight('beta', channels, 'zeros', true)] : []),
	];
}
