import * as tf from '@tensorflow/tfjs-core';

/** The one tensor of a layer with one input, whichever way tfjs passes it. */
export function onlyInput<R extends tf.Rank = tf.Rank>(inputs: tf.Tensor | readonly tf.Tensor[]): tf.Tensor<R> {
	const input = inputs instanceof tf.Tensor ? inputs : inputs[0];
	if (!input || (!(inputs instanceof tf.Tensor) && inputs.length !== 1)) throw new Error('expected one input');
	return input as tf.Tensor<R>;
}

export type SymbolicShape = (number | null)[];

/** The shape of a layer's only input as tfjs passes it to shape methods: alone or in a list. */
export function onlyShape(shape: SymbolicShape | SymbolicShape[]): SymbolicShape {
	const [first] = shape;
	return Array.isArray(first) ? first : (shape as SymbolicShape);
}
