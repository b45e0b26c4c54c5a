import type { TensorShape } from '../tensor/shape.ts';
import type { WeightSpec } from './defineLayer.ts';
import type { FormulaBlock } from './formula.ts';
import { line, noFormula, product, term } from './formulaParts.ts';
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

export interface ScaleAndShift {
	readonly scale: boolean;
	readonly center: boolean;
}

/** Learned scale and shift per channel, in Keras's order. */
export function scaleAndShift(config: ScaleAndShift, channels: number): readonly WeightSpec[] {
	return [
		...(config.scale ? [channelWeight('gamma', channels, 'ones', true)] : []),
		...(config.center ? [channelWeight('beta', channels, 'zeros', true)] : []),
	];
}

/** Weights where scale and shift are all there is: `[14, 14, 32]`, both → 2·32. */
export function scaleAndShiftFormula(config: ScaleAndShift, inputs: readonly TensorShape[]): FormulaBlock {
	const channels = channelsOf(inputs);
	const sets = scaleAndShift(config, channels).length;
	return {
		...noFormula,
		weights: line('weights', product(term('values per channel', sets), term('c', channels, { part: 'input' })), sets * channels),
	};
}
