import { axesOf, type Json } from './translation.ts';

/**
 * How a layer of Keras meets values whose channels stand first: `turned`: it counts them first, and works on values that were turned to ours;
 * `any`: value by value, whichever way they lie; `file`: as the file has them.
 */
export type Order = 'turned' | 'any' | 'file';

interface Turned {
	readonly order: Order;
	/** In the words of channels last, where it is `turned`. */
	readonly config: Json;
}

const POINTWISE: ReadonlySet<string> = new Set(
	`Activation ReLU LeakyReLU ELU Dropout GaussianNoise GaussianDropout AlphaDropout Identity Rescaling Add Subtract Multiply Average Maximum
	Minimum TrueDivide Divide Negative Square Relu Relu6 Sigmoid Tanh Silu Swish Selu Softplus Mish HardSigmoid HardSilu HardSwish LogSigmoid Gelu`.split(
		/\s+/,
	),
);
const BY_AXIS: ReadonlySet<string> = new Set([
	'BatchNormalization',
	'LayerNormalization',
	'GroupNormalization',
	'Normalization',
	'Softmax',
]);

/** How a layer meets its inputs; `areTurned`: all of them hold maps that were turned already. */
export function orderOf(className: string, config: Json, rank: number | null, areTurned: boolean): Turned {
	const plain: Turned = { order: 'file', config };
	if (rank !== 3) return plain;
	if (config.data_format === 'channels_first') {
		// A softmax inside goes over the last axis, which are no channels then.
		return config.activation === 'softmax' ? plain : { order: 'turned', config: { ...config, data_format: 'channels_last' } };
	}
	if (config.data_format === 'channels_last') return plain;
	const axis = axesOf(config.axis ?? -1, 3)?.join();
	if (BY_AXIS.has(className) && axis === '0') return { order: 'turned', config: { ...config, axis: -1 } };
	if (className === 'PReLU' && Array.isArray(config.shared_axes) && config.shared_axes.join() === '2,3')
		return { order: 'turned', config: { ...config, shared_axes: [1, 2] } };
	if (className === 'Concatenate' && areTurned) {
		const own = { '0': 3, '1': 1, '2': 2 }[axis ?? ''];
		return own === undefined ? plain : { order: 'turned', config: { ...config, axis: own } };
	}
	const isSoftmax = className === 'Activation' && config.activation === 'softmax';
	const hasOneScale = className !== 'Rescaling' || !Array.isArray(config.scale);
	return POINTWISE.has(className) && !isSoftmax && hasOneScale ? { order: 'any', config } : plain;
}
