import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';
import { onlyInput } from './layerInput.ts';

interface LocalResponseConfig {
	readonly name?: string;
	/** Channels to either side that count. */
	readonly depthRadius: number;
	readonly bias: number;
	readonly alpha: number;
	readonly beta: number;
}

/**
 * Every value divided by (bias + α · Σ of the squares of its neighbours in the channels)^β: Krizhevsky 2012, §3.3.
 * Of slices and sums, as no engine but the native one has TensorFlow's own operation and its gradient.
 */
export class LocalResponseNormalization extends tfl.layers.Layer {
	static readonly className = 'LocalResponseNormalization';
	readonly #config: LocalResponseConfig;

	constructor(config: LocalResponseConfig) {
		super(config);
		this.#config = config;
	}

	override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
		const input = onlyInput<tf.Rank.R4>(inputs);
		const { depthRadius, bias, alpha, beta } = this.#config;
		return tf.tidy(() => {
			const channels = input.shape[3];
			const squares = tf.pad(tf.square(input), [
				[0, 0],
				[0, 0],
				[0, 0],
				[depthRadius, depthRadius],
			]);
			let sum: tf.Tensor = tf.slice(squares, [0, 0, 0, 0], [-1, -1, -1, channels]);
			for (let shift = 1; shift <= 2 * depthRadius; shift++) sum = tf.add(sum, tf.slice(squares, [0, 0, 0, shift], [-1, -1, -1, channels]));
			// a^−β as e^(−β·ln a): the gradient of a power asks for the logarithm of its exponent as well.
			return tf.mul(input, tf.exp(tf.mul(tf.log(tf.add(tf.mul(sum, alpha), bias)), -beta)));
		});
	}

	override getConfig(): tf.serialization.ConfigDict {
		return { ...super.getConfig(), ...(this.#config as unknown as tf.serialization.ConfigDict) };
	}
}
