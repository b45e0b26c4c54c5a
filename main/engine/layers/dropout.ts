import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';
import { onlyInput } from './layerInput.ts';
import { dropoutMask } from './randomMask.ts';
import { keyFor } from './randomness.ts';

interface DropoutConfig {
	readonly name?: string;
	readonly rate: number;
}

/** Dropout with a fresh mask each step that depends on seed, step and place alone; tfjs's own repeats a seeded mask in every batch. */
export class Dropout extends tfl.layers.Layer {
	static readonly className: string = 'Dropout';
	readonly rate: number;

	constructor(config: DropoutConfig) {
		super(config);
		this.rate = config.rate;
	}

	override call(inputs: tf.Tensor | tf.Tensor[], settings: Record<string, unknown>): tf.Tensor {
		const input = onlyInput(inputs);
		const key = this.rate > 0 ? keyFor(this.name, settings) : null;
		if (!key) return input;
		const shape = this.maskShape(input.shape);
		return tf.tidy(() => tf.mul(input, tf.tensor(dropoutMask(tf.util.sizeFromShape(shape), this.rate, key), shape)));
	}

	override getConfig(): tf.serialization.ConfigDict {
		return { ...super.getConfig(), rate: this.rate };
	}

	/** One draw per value. */
	protected maskShape(input: number[]): number[] {
		return input;
	}
}
