import * as tf from '@tensorflow/tfjs-core';
import { onlyInput } from './layerInput.ts';
import { stockLayer } from './stockLayer.ts';

interface Settings {
	readonly size: readonly [number, number];
	readonly interpolation: 'nearest' | 'bilinear';
}

/**
 * A larger map: `[n, 14, 14, c]` by 2 → `[n, 28, 28, c]`. Every output row is a mixture of at most two input rows, and the same
 * for columns, so both are products with a fixed matrix: alike on every engine, as the gradient of resizing is not.
 */
export class UpSampling2D extends stockLayer('UpSampling2D') {
	static readonly className = 'UpSampling2D';

	override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
		const { size, interpolation } = this as unknown as Settings;
		const input = onlyInput<tf.Rank.R4>(inputs);
		return tf.tidy(() => {
			const [count, height, width, channels] = input.shape;
			const rows = mixture(height, size[0], interpolation);
			const columns = mixture(width, size[1], interpolation);
			const tall = tf.matMul(rows, tf.reshape(tf.transpose(input, [1, 0, 2, 3]), [height, count * width * channels]));
			const turned = tf.transpose(tf.reshape(tall, [height * size[0], count, width, channels]), [2, 1, 0, 3]);
			const large = tf.matMul(columns, tf.reshape(turned, [width, count * height * size[0] * channels]));
			return tf.transpose(tf.reshape(large, [width * size[1], count, height * size[0], channels]), [1, 2, 0, 3]);
		});
	}
}

/** `[cells · factor, cells]`: how much of each input cell is in each output cell, positions counted as tfjs does, from the first corner. */
function mixture(cells: number, factor: number, interpolation: Settings['interpolation']): tf.Tensor2D {
	const shares = new Float32Array(cells * factor * cells);
	for (let at = 0; at < cells * factor; at++) {
		const before = Math.floor(at / factor);
		const after = Math.min(before + 1, cells - 1);
		const share = interpolation === 'bilinear' ? at / factor - before : 0;
		shares[at * cells + before] = (shares[at * cells + before] ?? 0) + 1 - share;
		shares[at * cells + after] = (shares[at * cells + after] ?? 0) + share;
	}
	return tf.tensor2d(shares, [cells * factor, cells]);
}
