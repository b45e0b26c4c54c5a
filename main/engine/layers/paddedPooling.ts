import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';
import { onlyInput, onlyShape, type SymbolicShape } from './layerInput.ts';

interface PoolingConfig {
	readonly name?: string;
	readonly poolSize: [number, number];
	readonly strides: [number, number];
	/** Rows and columns around the map: top, bottom, left, right. */
	readonly pad: [number, number, number, number];
	/** Zeros around the map count as values of the mean. */
	readonly countPadding?: boolean;
}

/** Pooling with typed amounts of padding, which Keras lacks: `[n, 7, 7, c]`, 3 × 3, stride 2, pad 1 → `[n, 4, 4, c]`. */
abstract class PaddedPooling2D extends tfl.layers.Layer {
	protected readonly settings: Required<Omit<PoolingConfig, 'name'>>;

	constructor(config: PoolingConfig) {
		super(config);
		const { poolSize, strides, pad, countPadding } = config;
		this.settings = { poolSize, strides, pad, countPadding: countPadding ?? false };
	}

	override computeOutputShape(inputShape: SymbolicShape | SymbolicShape[]): SymbolicShape {
		const [batch = null, height, width, channels = null] = onlyShape(inputShape);
		const { poolSize, strides, pad } = this.settings;
		const slide = (size: number | null | undefined, around: number, window: number, stride: number): number | null =>
			size === null || size === undefined ? null : Math.floor((size + around - window) / stride) + 1;
		return [
			batch,
			slide(height, pad[0] + pad[1], poolSize[0], strides[0]),
			slide(width, pad[2] + pad[3], poolSize[1], strides[1]),
			channels,
		];
	}

	override getConfig(): tf.serialization.ConfigDict {
		return { ...super.getConfig(), ...this.settings };
	}

	protected padWith(input: tf.Tensor4D, value: number): tf.Tensor4D {
		const [top, bottom, left, right] = this.settings.pad;
		const amounts: [number, number][] = [
			[0, 0],
			[top, bottom],
			[left, right],
			[0, 0],
		];
		return tf.pad(input, amounts, value);
	}
}

/** The padding is below every value, so that it never wins. */
export class PaddedMaxPooling2D extends PaddedPooling2D {
	static readonly className = 'PaddedMaxPooling2D';

	override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
		const input = onlyInput<tf.Rank.R4>(inputs);
		const { poolSize, strides } = this.settings;
		return tf.tidy(() => tf.maxPool(this.padWith(input, Number.NEGATIVE_INFINITY), poolSize, strides, 'valid'));
	}
}

/** The mean over the window, with or without the zeros around the map. */
export class PaddedAveragePooling2D extends PaddedPooling2D {
	static readonly className = 'PaddedAveragePooling2D';

	override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
		const input = onlyInput<tf.Rank.R4>(inputs);
		const { poolSize, strides, countPadding } = this.settings;
		return tf.tidy(() => {
			const mean = tf.avgPool(this.padWith(input, 0), poolSize, strides, 'valid');
			if (countPadding) return mean;
			// Pooling a map of ones gives the share of each window that lies inside.
			const [, height, width] = input.shape;
			const share = tf.avgPool(this.padWith(tf.ones([1, height, width, 1]), 0), poolSize, strides, 'valid');
			return tf.div(mean, share);
		});
	}
}
