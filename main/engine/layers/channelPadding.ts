import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';
import { onlyInput, onlyShape, type SymbolicShape } from './layerInput.ts';

interface ChannelPaddingConfig {
	readonly name?: string;
	readonly before: number;
	readonly after: number;
}

/** Channels of zeros before and after those of the input: `[n, 16, 16, 16]`, 8 and 8 → `[n, 16, 16, 32]`. */
export class ChannelPadding extends tfl.layers.Layer {
	static readonly className = 'ChannelPadding';
	readonly before: number;
	readonly after: number;

	constructor(config: ChannelPaddingConfig) {
		super(config);
		this.before = config.before;
		this.after = config.after;
	}

	override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
		const input = onlyInput(inputs);
		const last = input.shape.length - 1;
		return tf.pad(
			input,
			input.shape.map((_, axis): [number, number] => (axis === last ? [this.before, this.after] : [0, 0])),
		);
	}

	override computeOutputShape(inputShape: SymbolicShape | SymbolicShape[]): SymbolicShape {
		const shape = onlyShape(inputShape);
		const channels = shape.at(-1);
		return [...shape.slice(0, -1), channels ? channels + this.before + this.after : null];
	}

	override getConfig(): tf.serialization.ConfigDict {
		return { ...super.getConfig(), before: this.before, after: this.after };
	}
}
