import * as tf from '@tensorflow/tfjs-core';
import { stockLayer } from './stockLayer.ts';

/** The largest of all inputs, place by place. tfjs has no gradient of a maximum in which one value serves an axis: all are spread first. */
export class Maximum extends stockLayer('Maximum') {
	static readonly className = 'Maximum';

	override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
		const all = Array.isArray(inputs) ? inputs : [inputs];
		return tf.tidy(() => {
			const [first, ...others] = all;
			if (!first) throw new Error('expected inputs to take the maximum of');
			return others.reduce((largest, other) => tf.maximum(spread(largest, other.shape), spread(other, largest.shape)), first);
		});
	}
}

/** Adding zeros of the other's size repeats the values, and its gradient sums them up again. */
function spread(tensor: tf.Tensor, other: readonly number[]): tf.Tensor {
	return tensor.shape.every((size, axis) => size === other[axis]) ? tensor : tf.add(tensor, tf.zeros([...other]));
}
