import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';
import { onlyInput, onlyShape, type SymbolicShape } from './layerInput.ts';

interface FixedFilterConfig {
	readonly name?: string;
	/** Rows of the window, the same for every channel. */
	readonly kernel: readonly (readonly number[])[];
	readonly strides: [number, number];
	readonly padding: 'valid' | 'same';
}

/** Slides one given window over every channel by itself; nothing is learned. `[n, 28, 28, 1]`, 3 × 3, `same` → `[n, 28, 28, 1]`. */
export class FixedFilter2D extends tfl.layers.Layer {
	static readonly className = 'FixedFilter2D';
	readonly #config: FixedFilterConfig;

	constructor(config: FixedFilterConfig) {
		super(config);
		this.#config = config;
	}

	override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
		const input = onlyInput<tf.Rank.R4>(inputs);
		const { kernel, strides, padding } = this.#config;
		return tf.tidy(() => {
			const [count, height, width, channels] = input.shape;
			const window = tf.tensor4d(Float32Array.from(kernel.flat()), [kernel.length, kernel[0]?.length ?? 0, 1, 1]);
			// Every channel as a picture of its own: the one window serves all, at any strides.
			const pictures = tf.reshape(tf.transpose(input, [0, 3, 1, 2]), [count * channels, height, width, 1]) as tf.Tensor4D;
			const answer = tf.conv2d(pictures, window, strides, padding);
			return tf.transpose(tf.reshape(answer, [count, channels, answer.shape[1], answer.shape[2]]), [0, 2, 3, 1]);
		});
	}

	override computeOutputShape(inputShape: SymbolicShape | SymbolicShape[]): SymbolicShape {
		const { kernel, strides, padding } = this.#config;
		const [batch = null, height, width, channels = null] = onlyShape(inputShape);
		const slide = (size: number | null | undefined, window: number, stride: number): number | null => {
			if (size === null || size === undefined) return null;
			return padding === 'same' ? Math.ceil(size / stride) : Math.floor((size - window) / stride) + 1;
		};
		return [batch, slide(height, kernel.length, strides[0]), slide(width, kernel[0]?.length ?? 0, strides[1]), channels];
	}

	override getConfig(): tf.serialization.ConfigDict {
		return { ...super.getConfig(), ...(this.#config as unknown as tf.serialization.ConfigDict) };
	}
}
