import { z } from 'zod';
import type { KerasLayer } from '#shared/layers/targets.ts';
import type { PlanOp } from '#shared/plan/plan.ts';
import type { KerasLink } from './kerasLayers.ts';
import { mapsOf } from './windows.ts';

const pairSchema = z.tuple([z.int(), z.int()]);
const filterSchema = z.object({ kernel: z.array(z.array(z.number())), strides: pairSchema, padding: z.enum(['same', 'valid']) });

/** The same numbers over every channel: a convolution of each channel for itself, with a kernel that is not trained. */
export function fixedFilter(layer: KerasLayer, op: PlanOp): KerasLink {
	const { kernel, strides, padding } = filterSchema.parse(layer.config);
	const channels = mapsOf(op).input[2];
	const size = [kernel.length, kernel[0]?.length ?? 0];
	const values = Float32Array.from(kernel.flatMap((row) => row.flatMap((value) => Array.from({ length: channels }, () => value))));
	const shared = { kernel_size: size, strides, padding, data_format: 'channels_last', dilation_rate: [1, 1], use_bias: false };
	// TensorFlow's depthwise convolution steps alike in both directions.
	if (strides[0] !== strides[1]) {
		const config = { ...shared, filters: channels, groups: channels, activation: 'linear' };
		return { className: 'Conv2D', config, weights: ['filter'], constants: [{ name: 'filter', shape: [...size, 1, channels], values }] };
	}
	const config = { ...shared, depth_multiplier: 1, activation: 'linear' };
	return {
		className: 'DepthwiseConv2D',
		config,
		weights: ['filter'],
		constants: [{ name: 'filter', shape: [...size, channels, 1], values }],
	};
}

/**
 * Growing by straight lines between cells as two products: every output column is a mixture of at most two input columns, and
 * the same for rows. Positions are counted from the first corner.
 */
export function mixture(layer: KerasLayer, op: PlanOp): readonly KerasLink[] {
	const [tall, wide] = pairSchema.parse(layer.config.size);
	const [height, width] = mapsOf(op).input;
	return [permute(1, 3, 2), product('columns', width, wide), permute(3, 2, 1), product('rows', height, tall), permute(3, 1, 2)];
}

function permute(...dims: readonly number[]): KerasLink {
	return { className: 'Permute', config: { dims }, weights: [] };
}

function product(name: string, cells: number, factor: number): KerasLink {
	const units = cells * factor;
	const values = new Float32Array(cells * units);
	for (let at = 0; at < units; at++) {
		const before = Math.floor(at / factor);
		const after = Math.min(before + 1, cells - 1);
		const share = at / factor - before;
		values[before * units + at] = (values[before * units + at] ?? 0) + 1 - share;
		values[after * units + at] = (values[after * units + at] ?? 0) + share;
	}
	const config = { units, activation: 'linear', use_bias: false };
	return { className: 'Dense', config, weights: [name], constants: [{ name, shape: [cells, units], values }] };
}
