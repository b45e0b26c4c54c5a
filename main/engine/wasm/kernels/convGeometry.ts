import * as tf from '@tensorflow/tfjs-core';
import type { KernelCall } from './kernelPatch.ts';

export type Shape4 = [number, number, number, number];
export type ConvGeometry = tf.backend_util.Conv2DInfo;

type Padding = 'same' | 'valid' | number | tf.backend_util.ExplicitPadding;

/** Sizes, pads and strides of a convolution from the settings that tfjs hands to its gradient kernels. */
export function convGeometry(call: KernelCall, input: readonly number[], filter: readonly number[], isDepthwise = false): ConvGeometry {
	const { strides, pad, dilations, dimRoundingMode } = call.attrs;
	return tf.backend_util.computeConv2DInfo(
		input as Shape4,
		filter as Shape4,
		strides as number | [number, number],
		(dilations as number | [number, number] | undefined) ?? 1,
		pad as Padding,
		dimRoundingMode as 'floor' | 'round' | 'ceil' | undefined,
		isDepthwise,
	);
}

/** The input with the convolution's zeros around it. */
export function padInput(input: tf.Tensor4D, geometry: ConvGeometry): tf.Tensor4D {
	const { top, bottom, left, right } = geometry.padInfo;
	if (top + bottom + left + right === 0) return input;
	return tf.pad(input, [
		[0, 0],
		[top, bottom],
		[left, right],
		[0, 0],
	]);
}

/** What kernel cell (row, column) sees as the window moves: `[batch, outHeight, outWidth, channels]` of the padded input. */
export function windowCells(padded: tf.Tensor4D, row: number, column: number, geometry: ConvGeometry): tf.Tensor4D {
	const { batchSize, outHeight, outWidth, strideHeight, strideWidth } = geometry;
	const channels = padded.shape[3];
	if (strideHeight === 1 && strideWidth === 1) return tf.slice(padded, [0, row, column, 0], [batchSize, outHeight, outWidth, channels]);
	return tf.stridedSlice(
		padded,
		[0, row, column, 0],
		[batchSize, row + (outHeight - 1) * strideHeight + 1, column + (outWidth - 1) * strideWidth + 1, channels],
		[1, strideHeight, strideWidth, 1],
	) as tf.Tensor4D;
}
