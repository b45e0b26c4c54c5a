import * as tf from '@tensorflow/tfjs-core';
import { dimOf, floatsOf, inputOf, type KernelBody, type KernelPatch } from './kernelPatch.ts';

/** Sum per channel over all leading axes: bias and batchNorm gradients. The stock kernel transposes the whole tensor first. */
export const sum: KernelPatch = { kernelName: 'Sum', make: (stock) => reduceToChannels(stock, () => 1) };

/** Mean per channel over all leading axes: the statistics of batchNorm. */
export const mean: KernelPatch = { kernelName: 'Mean', make: (stock) => reduceToChannels(stock, (rows) => 1 / rows) };

function reduceToChannels(stock: KernelBody, scale: (rows: number) => number): KernelBody {
	return (call) => {
		const x = inputOf(call, 'x');
		const rank = x.shape.length;
		const axes = tf.util.parseAxisParam(call.attrs.axis as number[], x.shape).sort((a, b) => a - b);
		const isAllButLast = rank > 1 && axes.length === rank - 1 && axes.every((axis, index) => axis === index);
		const isSmall = tf.util.sizeFromShape(x.shape) < 1024;
		if (x.dtype !== 'float32' || !isAllButLast || isSmall) return stock(call);
		const channels = dimOf(x.shape, rank - 1);
		const rows = tf.util.sizeFromShape(x.shape) / channels;
		const out = call.heap.makeOutput(call.attrs.keepDims ? [...axes.map(() => 1), channels] : [channels], 'float32');
		const values = floatsOf(call.heap, x);
		const sums = channels === 1 ? sumAll(values) : sumRows(values, rows, channels);
		const factor = scale(rows);
		floatsOf(call.heap, out).set(sums.map((value) => value * factor));
		return out;
	};
}

/** Double precision, as sums of a hundred thousand float32 values lose digits otherwise. */
function sumRows(values: Float32Array, rows: number, channels: number): Float64Array {
	const sums = new Float64Array(channels);
	let at = 0;
	for (let row = 0; row < rows; row++) {
		for (let c = 0; c < channels; c++) sums[c] = (sums[c] as number) + (values[at++] as number);
	}
	return sums;
}

function sumAll(values: Float32Array): Float64Array {
	let total = 0;
	for (let index = 0; index < values.length; index++) total += values[index] as number;
	return Float64Array.of(total);
}
