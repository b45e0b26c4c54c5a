import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';
import type { SymbolicShape } from './layerInput.ts';

/** First input minus the second, place by place; a size of 1 serves the whole axis. */
export class Subtract extends tfl.layers.Layer {
	static readonly className = 'Subtract';

	override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
		const [first, second] = Array.isArray(inputs) ? inputs : [inputs];
		if (!first || !second) throw new Error('expected two inputs to subtract');
		return tf.sub(first, second);
	}

	override computeOutputShape(inputShape: SymbolicShape | SymbolicShape[]): SymbolicShape {
		const [first, second] = inputShape as SymbolicShape[];
		if (!first || !second || first.length !== second.length) throw new Error('expected two inputs of one rank to subtract');
		return first.map((size, axis) => (size === 1 ? (second[axis] ?? null) : size));
	}
}
