import * as tf from '@tensorflow/tfjs-core';

/**
 * A kernel with its gaps filled by zeros: `[3, 3, c, f]` with dilation 2 → `[5, 5, c, f]`. Convolving with it is the dilated
 * convolution, and has a gradient on every backend. Rank 4 throughout, which all backends pad.
 */
export function expandKernel(kernel: tf.Tensor4D, [down, across]: readonly [number, number]): tf.Tensor4D {
	if (down === 1 && across === 1) return kernel;
	const [height, width, channels, filters] = kernel.shape;
	const spread = (rows: tf.Tensor, count: number, length: number, gap: number, before: number): tf.Tensor => {
		const apart = tf.pad(tf.reshape(rows, [before, count, 1, length]), [
			[0, 0],
			[0, 0],
			[0, gap - 1],
			[0, 0],
		]);
		return tf.slice(tf.reshape(apart, [before, count * gap, length]), [0, 0, 0], [before, (count - 1) * gap + 1, length]);
	};
	const tall = (height - 1) * down + 1;
	const wide = (width - 1) * across + 1;
	const stretched = spread(kernel, height, width * channels * filters, down, 1);
	const both = spread(tf.reshape(stretched, [tall * width, channels * filters]), width, channels * filters, across, tall);
	return tf.reshape(both, [tall, wide, channels, filters]);
}
