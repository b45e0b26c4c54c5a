import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';
import { expandKernel } from './expandKernel.ts';
import { onlyInput, onlyShape, type SymbolicShape } from './layerInput.ts';
import { penaltyOf, type SerializedPenalty } from './penalty.ts';

interface ConvConfig {
	readonly name?: string;
	readonly filters: number;
	readonly kernelSize: [number, number];
	readonly strides: [number, number];
	readonly padding: 'valid' | 'same';
	readonly dilationRate: [number, number];
	readonly groups: number;
	readonly activation?: Activation;
	readonly useBias: boolean;
	readonly kernelRegularizer?: SerializedPenalty | null;
}

type Activation = Parameters<typeof tfl.layers.activation>[0]['activation'];

/**
 * A convolution with groups and gaps, trained: tfjs has no groups, and no backend has the gradient of a window with gaps.
 * Kernel `[h, w, channels / groups, filters]`; group g of the filters sees group g of the channels.
 */
export class GroupedConv2D extends tfl.layers.Layer {
	static readonly className = 'GroupedConv2D';
	readonly #config: ConvConfig;
	readonly #activation: tfl.layers.Layer;
	#kernel: tfl.LayerVariable | null = null;
	#bias: tfl.LayerVariable | null = null;

	constructor(config: ConvConfig) {
		super(config);
		this.#config = config;
		this.#activation = tfl.layers.activation({ activation: config.activation ?? 'linear' });
	}

	override build(inputShape: SymbolicShape | SymbolicShape[]): void {
		const { filters, kernelSize, groups, useBias, kernelRegularizer } = this.#config;
		const channels = onlyShape(inputShape)[3];
		if (!channels) throw new Error('a convolution needs a known number of channels');
		const zeros = tfl.initializers.zeros();
		const shape = [...kernelSize, channels / groups, filters];
		this.#kernel = this.addWeight('kernel', shape, 'float32', zeros, penaltyOf(kernelRegularizer));
		if (useBias) this.#bias = this.addWeight('bias', [filters], 'float32', zeros);
		this.built = true;
	}

	override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor | tf.Tensor[] {
		const { strides, padding, dilationRate, groups } = this.#config;
		const input = onlyInput<tf.Rank.R4>(inputs);
		return tf.tidy(() => {
			if (!this.#kernel) throw new Error(`layer ${this.name} is called before it is built`);
			const kernel = expandKernel(this.#kernel.read() as tf.Tensor4D, dilationRate);
			const convolved = convolve(input, kernel, strides, padding, groups);
			const answer = this.#bias ? tf.add(convolved, this.#bias.read()) : convolved;
			return this.#activation.call(answer, {}) as tf.Tensor;
		});
	}

	override computeOutputShape(inputShape: SymbolicShape | SymbolicShape[]): SymbolicShape {
		const { filters, kernelSize, strides, padding, dilationRate } = this.#config;
		const [batch = null, height, width] = onlyShape(inputShape);
		const slide = (size: number | null | undefined, axis: 0 | 1): number | null => {
			if (size === null || size === undefined) return null;
			if (padding === 'same') return Math.ceil(size / strides[axis]);
			return Math.floor((size - ((kernelSize[axis] - 1) * dilationRate[axis] + 1)) / strides[axis]) + 1;
		};
		return [batch, slide(height, 0), slide(width, 1), filters];
	}

	override getConfig(): tf.serialization.ConfigDict {
		return { ...super.getConfig(), ...(this.#config as unknown as tf.serialization.ConfigDict) };
	}
}

/** Each group of filters over its group of channels; one channel per group is a depthwise convolution, which backends have. */
function convolve(
	input: tf.Tensor4D,
	kernel: tf.Tensor4D,
	strides: [number, number],
	padding: 'valid' | 'same',
	groups: number,
): tf.Tensor4D {
	if (groups === 1) return tf.conv2d(input, kernel, strides, padding);
	const [height, width, perGroup, filters] = kernel.shape;
	if (perGroup === 1 && strides[0] === strides[1]) {
		return tf.depthwiseConv2d(input, tf.reshape(kernel, [height, width, groups, filters / groups]), strides, padding);
	}
	const kernels = tf.split(kernel, groups, 3) as tf.Tensor4D[];
	const parts = (tf.split(input, groups, 3) as tf.Tensor4D[]).map((part, group) => {
		const own = kernels[group];
		if (!own) throw new Error(`group ${group} of ${groups} has no kernel`);
		return tf.conv2d(part, own, strides, padding);
	});
	return tf.concat(parts, 3);
}
