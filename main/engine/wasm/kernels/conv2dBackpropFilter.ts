import * as tf from '@tensorflow/tfjs-core';
import { type ConvGeometry, convGeometry, padInput, windowCells } from './convGeometry.ts';
import { type KernelPatch, tensorOf } from './kernelPatch.ts';

/**
 * Gradient of a convolution's kernel, which the stock backend lacks. The sum over batch and output places is itself a
 * convolution: of the padded input with batch and channels swapped, by dy, dilated by the forward stride.
 */
export const conv2dBackpropFilter: KernelPatch = {
	kernelName: 'Conv2DBackpropFilter',
	make: () => (call) => {
		const filterShape = call.attrs.filterShape as number[];
		const x = tensorOf<tf.Rank.R4>(call, 'x');
		const dy = tensorOf<tf.Rank.R4>(call, 'dy');
		const geometry = convGeometry(call, x.shape, filterShape);
		const isPointwise = geometry.filterHeight * geometry.filterWidth === 1;
		return tf.tidy(() => (isPointwise ? pointwise(x, dy, geometry) : byConvolution(x, dy, geometry)));
	},
};

/** A 1×1 kernel sees one cell: xᵀ · dy. */
function pointwise(x: tf.Tensor4D, dy: tf.Tensor4D, geometry: ConvGeometry): tf.Tensor {
	const { inChannels, outChannels } = geometry;
	const cells = tf.reshape(windowCells(padInput(x, geometry), 0, 0, geometry), [-1, inChannels]);
	return tf.reshape(tf.matMul(tf.transpose(cells), tf.reshape(dy, [-1, outChannels])), [1, 1, inChannels, outChannels]);
}

function byConvolution(x: tf.Tensor4D, dy: tf.Tensor4D, geometry: ConvGeometry): tf.Tensor {
	const { filterHeight, filterWidth, strideHeight, strideWidth } = geometry;
	const swapped = tf.transpose(padInput(x, geometry), [3, 1, 2, 0]);
	const window = tf.transpose(dy, [1, 2, 0, 3]);
	const gradient = tf.conv2d(swapped, window, 1, 'valid', 'NHWC', [strideHeight, strideWidth]);
	// Rows that no window of the forward pass reached make the result larger than the kernel.
	const cut =
		gradient.shape[1] === filterHeight && gradient.shape[2] === filterWidth
			? gradient
			: tf.slice(gradient, [0, 0, 0, 0], [-1, filterHeight, filterWidth, -1]);
	return tf.transpose(cut, [1, 2, 0, 3]);
}
