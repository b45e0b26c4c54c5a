import * as tf from '@tensorflow/tfjs-core';
import type * as tfl from '@tensorflow/tfjs-layers';
import { onlyInput } from './layerInput.ts';
import { stockLayer } from './stockLayer.ts';

/** What the stock layer keeps after building. `gamma` and `beta` are absent when `scale` or `center` is off. */
interface BuiltWeights {
	readonly axis: number;
	readonly momentum: number;
	readonly epsilon: number;
	readonly gamma?: tfl.LayerVariable;
	readonly beta?: tfl.LayerVariable;
	readonly movingMean: tfl.LayerVariable;
	readonly movingVariance: tfl.LayerVariable;
}

/**
 * Batch normalization over the last axis, trained with a gradient of its own (Ioffe and Szegedy 2015, §3) that makes a third of
 * the passes over the maps that the stock layer's makes. A frozen layer uses its stored statistics, as in Keras.
 */
export class BatchNormalization extends stockLayer('BatchNormalization') {
	static readonly className = 'BatchNormalization';

	override call(inputs: tf.Tensor | tf.Tensor[], settings: Record<string, unknown>): tf.Tensor | tf.Tensor[] {
		const weights = this as unknown as BuiltWeights;
		const input = onlyInput(inputs);
		const isLastAxis = weights.axis === -1 || weights.axis === input.shape.length - 1;
		const isStored = settings.training !== true || !this.trainable;
		// The stock layer's gradient wants both factors, and a step may run back through a frozen layer.
		const isWhole = weights.gamma !== undefined && weights.beta !== undefined;
		if (isStored && (settings.training !== true || isWhole || !isLastAxis)) return super.call(inputs, { ...settings, training: false });
		if (!isLastAxis) throw new Error(`batch normalization over axis ${weights.axis} of ${input.shape.length}: expected the last`);
		return tf.tidy(() => {
			const channels = input.shape[input.shape.length - 1] ?? 0;
			const gamma = weights.gamma?.read() ?? tf.ones([channels]);
			const beta = weights.beta?.read() ?? tf.zeros([channels]);
			if (isStored) {
				const scale = tf.mul(gamma, tf.rsqrt(tf.add(weights.movingVariance.read(), weights.epsilon)));
				return tf.add(tf.mul(tf.sub(input, weights.movingMean.read()), scale), beta);
			}
			const axes = input.shape.map((_, axis) => axis).slice(0, -1);
			const mean = tf.mean(input, axes);
			const variance = tf.mean(tf.squaredDifference(input, mean), axes);
			move(weights.movingMean, mean, weights.momentum);
			move(weights.movingVariance, variance, weights.momentum);
			return normalize(input, gamma, beta, mean, variance, weights.epsilon);
		});
	}
}

/** `moving += (1 − momentum) · (value − moving)`, with the biased variance, as Keras does. */
function move(moving: tfl.LayerVariable, value: tf.Tensor, momentum: number): void {
	const old = moving.read();
	moving.write(tf.add(old, tf.mul(tf.sub(value, old), 1 - momentum)));
}

/**
 * y = γ·x̂ + β with x̂ = (x − mean) / √(variance + ε). Backwards, with N values per channel:
 * dβ = Σdy, dγ = Σdy·x̂, dx = γ/√(variance + ε) · (dy − dβ/N − x̂·dγ/N), which has the statistics' own dependence on x in it.
 */
function normalize(input: tf.Tensor, gamma: tf.Tensor, beta: tf.Tensor, mean: tf.Tensor, variance: tf.Tensor, epsilon: number): tf.Tensor {
	const axes = input.shape.map((_, axis) => axis).slice(0, -1);
	const count = input.size / gamma.size;
	const run = tf.customGrad((...args) => {
		const [x, g, b] = args as [tf.Tensor, tf.Tensor, tf.Tensor];
		const save = args[3] as (tensors: tf.Tensor[]) => void;
		const inverse = tf.rsqrt(tf.add(variance, epsilon));
		const normalized = tf.mul(tf.sub(x, mean), inverse);
		save([normalized, tf.mul(g, inverse)]);
		return {
			value: tf.add(tf.mul(normalized, g), b),
			gradFunc: (dy, saved) => {
				const [hat, scale] = saved as [tf.Tensor, tf.Tensor];
				const answer = dy as tf.Tensor;
				const betaGradient = tf.sum(answer, axes);
				const gammaGradient = tf.sum(tf.mul(answer, hat), axes);
				const along = tf.mul(hat, tf.mul(scale, tf.div(gammaGradient, count)));
				const level = tf.mul(scale, tf.div(betaGradient, count));
				const inputGradient = tf.sub(tf.sub(tf.mul(answer, scale), level), along);
				return [inputGradient, gammaGradient, betaGradient];
			},
		};
	});
	return run(input, gamma, beta);
}
