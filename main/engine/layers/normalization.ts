import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';
import { onlyInput } from './layerInput.ts';

interface NormalizationConfig {
	readonly name?: string;
	/** One number, or one per channel. */
	readonly mean: readonly number[];
	readonly variance: readonly number[];
}

/** (x − mean) / √variance with numbers measured before: Keras's Normalization after it has seen the data. */
export class Normalization extends tfl.layers.Layer {
	static readonly className = 'Normalization';
	readonly mean: readonly number[];
	readonly variance: readonly number[];

	constructor(config: NormalizationConfig) {
		super(config);
		this.mean = config.mean;
		this.variance = config.variance;
	}

	override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
		const input = onlyInput(inputs);
		return tf.tidy(() => tf.div(tf.sub(input, tf.tensor1d([...this.mean])), tf.sqrt(tf.tensor1d([...this.variance]))));
	}

	override getConfig(): tf.serialization.ConfigDict {
		return { ...super.getConfig(), mean: [...this.mean], variance: [...this.variance] };
	}
}
