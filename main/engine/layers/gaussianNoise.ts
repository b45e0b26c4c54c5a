import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';
import { onlyInput } from './layerInput.ts';
import { gaussianNoise } from './randomMask.ts';
import { keyFor } from './randomness.ts';

interface GaussianNoiseConfig {
	readonly name?: string;
	readonly stddev: number;
}

/** Adds normal noise while training, drawn from seed, step and place alone. */
export class GaussianNoise extends tfl.layers.Layer {
	static readonly className = 'GaussianNoise';
	readonly stddev: number;

	constructor(config: GaussianNoiseConfig) {
		super(config);
		this.stddev = config.stddev;
	}

	override call(inputs: tf.Tensor | tf.Tensor[], settings: Record<string, unknown>): tf.Tensor {
		const input = onlyInput(inputs);
		const key = this.stddev > 0 ? keyFor(this.name, settings) : null;
		if (!key) return input;
		return tf.tidy(() => tf.add(input, tf.tensor(gaussianNoise(input.size, this.stddev, key), input.shape)));
	}

	override getConfig(): tf.serialization.ConfigDict {
		return { ...super.getConfig(), stddev: this.stddev };
	}
}
