import { z } from 'zod';
import type { KerasLayer } from '#shared/layers/targets.ts';
import type { PlanOp } from '#shared/plan/plan.ts';
import { isMapShape, type MapShape } from '#shared/tensor/shape.ts';

type Pair = readonly [number, number];

const pairSchema = z.tuple([z.int(), z.int()]);
const windowSchema = z.object({ pool_size: pairSchema, strides: pairSchema, pad: z.tuple([z.int(), z.int(), z.int(), z.int()]) });

/** A pooling window with padding by numbers: `[top, bottom, left, right]`. */
export interface PaddedWindow {
	readonly size: Pair;
	readonly strides: Pair;
	readonly pad: readonly [number, number, number, number];
}

export function windowOf(config: Readonly<Record<string, unknown>>): PaddedWindow {
	const { pool_size, strides, pad } = windowSchema.parse(config);
	return { size: pool_size, strides, pad };
}

export function mapsOf(op: PlanOp): { readonly input: MapShape; readonly output: MapShape } {
	const [input] = op.inputShapes;
	if (!input || !isMapShape(input) || !isMapShape(op.outputShape)) throw new Error(`op ${op.name} was expected to go from map to map`);
	return { input, output: op.outputShape };
}

/**
 * Pooling that leaves its padding out. Keras does so with its own padding alone: it pools around every cell, and the places
 * that our window visits are picked of those. `null` where the window starts further out than Keras's does.
 */
export function pooling(className: 'MaxPooling2D' | 'AveragePooling2D', { size, strides, pad }: PaddedWindow, op: PlanOp) {
	if (pad.every((side) => side === 0)) return [layerOf(className, { pool_size: size, strides, padding: 'valid' })];
	const { input, output } = mapsOf(op);
	const rows = cut(size[0], strides[0], pad[0], input[0], output[0]);
	const columns = cut(size[1], strides[1], pad[2], input[1], output[1]);
	if (rows === null || columns === null) return null;
	return [layerOf(className, { pool_size: size, strides: [1, 1], padding: 'same' }), ...cropped(rows, columns), ...everyNth(strides)];
}

/** Cells to cut off so that the first is where our window starts and the last where it ends. */
function cut(size: number, stride: number, padBefore: number, input: number, output: number): Pair | null {
	const before = Math.floor((size - 1) / 2) - padBefore;
	const after = input - before - ((output - 1) * stride + 1);
	return before >= 0 && after >= 0 ? [before, after] : null;
}

function cropped(rows: Pair, columns: Pair): readonly KerasLayer[] {
	return [...rows, ...columns].some((cells) => cells > 0) ? [layerOf('Cropping2D', { cropping: [rows, columns] })] : [];
}

/** Pooling over one cell is picking it. */
function everyNth(strides: Pair): readonly KerasLayer[] {
	return strides.some((stride) => stride > 1) ? [layerOf('MaxPooling2D', { pool_size: [1, 1], strides, padding: 'valid' })] : [];
}

const convolutionSchema = z.object({
	kernel_size: pairSchema,
	strides: pairSchema,
	dilation_rate: pairSchema,
	padding: z.enum(['same', 'valid']),
});

/** A convolution in groups or with gaps. Keras takes no gaps together with steps. */
export function dilatedSteps(layer: KerasLayer, op: PlanOp): readonly KerasLayer[] {
	const { kernel_size, strides, dilation_rate, padding } = convolutionSchema.parse(layer.config);
	const convolution = { ...layer, className: 'Conv2D' };
	if (strides.every((stride) => stride === 1) || dilation_rate.every((rate) => rate === 1)) return [convolution];
	const { input, output } = mapsOf(op);
	// Keras's own padding depends on the steps, which are no longer there: it is laid as zeros.
	const sides = ([0, 1] as const).map((axis) => {
		const reach = (kernel_size[axis] - 1) * dilation_rate[axis] + 1;
		const missing = Math.max(0, (output[axis] - 1) * strides[axis] + reach - input[axis]);
		return [Math.floor(missing / 2), Math.ceil(missing / 2)];
	});
	return [
		...(padding === 'same' ? [layerOf('ZeroPadding2D', { padding: sides })] : []),
		{ ...convolution, config: { ...layer.config, strides: [1, 1], padding: 'valid' } },
		...everyNth(strides),
	];
}

function layerOf(className: string, config: Readonly<Record<string, unknown>>): KerasLayer {
	return { className, config: { ...config, data_format: 'channels_last' }, weights: [] };
}
