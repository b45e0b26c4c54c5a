import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';
import { onlyInput } from './layerInput.ts';

/** x · min(max(x + 3, 0), 6) / 6: swish of straight lines (Howard 2019). */
export class HardSwish extends tfl.layers.Layer {
	static readonly className = 'HardSwish';

	override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
		const input = onlyInput(inputs);
		return tf.tidy(() => tf.mul(input, tf.div(tf.relu6(tf.add(input, 3)), 6)));
	}
}
