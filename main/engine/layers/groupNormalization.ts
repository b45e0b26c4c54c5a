import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';
import { onlyInput, onlyShape, type SymbolicShape } from './layerInput.ts';

interface GroupNormalizationConfig {
	readonly name?: string;
	readonly groups: number;
	readonly epsilon: number;
	readonly center: boolean;
	readonly scale: boolean;
}

/** Mean and variance over all places and the channels of a group, for every sample (Wu and He 2018). `[n, h, w, c]` keeps its size. */
export class GroupNormalization extends tfl.layers.Layer {
	static readonly className = 'GroupNormalization';
	readonly #config: GroupNormalizationConfig;
	#gamma: tfl.LayerVariable | null = null;
	#beta: tfl.LayerVariable | null = null;

	constructor(config: GroupNormalizationConfig) {
		super(config);
		this.#config = config;
	}

	override build(inputShape: SymbolicShape | SymbolicShape[]): void {
		const channels = onlyShape(inputShape).at(-1);
		if (!channels) throw new Error('group normalization needs a known number of channels');
		if (this.#config.scale) this.#gamma = this.addWeight('gamma', [channels], 'float32', tfl.initializers.ones());
		if (this.#config.center) this.#beta = this.addWeight('beta', [channels], 'float32', tfl.initializers.zeros());
		this.built = true;
	}

	override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
		const input = onlyInput(inputs);
		const { groups, epsilon } = this.#config;
		return tf.tidy(() => {
			const [count = 1] = input.shape;
			const channels = input.shape.at(-1) ?? 1;
			const places = input.size / (count * channels);
			// Groups before places, so that the sums run over the last axis alone: kernels are there for that on every engine.
			const grouped = tf.reshape(tf.transpose(tf.reshape(input, [count, places, groups, channels / groups]), [0, 2, 1, 3]), [
				count,
				groups,
				-1,
			]);
			const centred = tf.sub(grouped, tf.mean(grouped, -1, true));
			const variance = tf.mean(tf.square(centred), -1, true);
			const normalized = tf.mul(centred, tf.rsqrt(tf.add(variance, epsilon)));
			const back = tf.transpose(tf.reshape(normalized, [count, groups, places, channels / groups]), [0, 2, 1, 3]);
			const answer = tf.reshape(back, input.shape);
			const scaled = this.#gamma ? tf.mul(answer, this.#gamma.read()) : answer;
			return this.#beta ? tf.add(scaled, this.#beta.read()) : scaled;
		});
	}

	override getConfig(): tf.serialization.ConfigDict {
		return { ...super.getConfig(), ...(this.#config as unknown as tf.serialization.ConfigDict) };
	}
}
