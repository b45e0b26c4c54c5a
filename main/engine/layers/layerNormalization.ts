import * as tf from '@tensorflow/tfjs-core';
import type * as tfl from '@tensorflow/tfjs-layers';
import { onlyInput } from './layerInput.ts';
import { stockLayer } from './stockLayer.ts';

/** What the stock layer keeps after building. `gamma` and `beta` are absent when `scale` or `center` is off. */
interface BuiltWeights {
	readonly epsilon: number;
	readonly gamma?: tfl.LayerVariable;
	readonly beta?: tfl.LayerVariable;
}

/**
 * Layer normalization over the last axis (Ba, Kiros and Hinton 2016); the stock layer breaks without scale or shift.
 * `[n, h, w, c]` keeps its size.
 */
export class LayerNormalization extends stockLayer('LayerNormalization') {
	static readonly className = 'LayerNormalization';

	override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
		const { epsilon, gamma, beta } = this as unknown as BuiltWeights;
		const input = onlyInput(inputs);
		return tf.tidy(() => {
			const mean = tf.mean(input, -1, true);
			const centred = tf.sub(input, mean);
			const variance = tf.mean(tf.square(centred), -1, true);
			const normalized = tf.mul(centred, tf.rsqrt(tf.add(variance, epsilon)));
			const scaled = gamma ? tf.mul(normalized, gamma.read()) : normalized;
			return beta ? tf.add(scaled, beta.read()) : scaled;
		});
	}
}
