import * as tf from '@tensorflow/tfjs-core';
import { assertNever } from '#shared/assertNever.ts';
import type { Constraint } from '#shared/layers/defineLayer.ts';
import { type TrainingConfig, weightDecayOf } from '#shared/training/config.ts';

/** Values that an optimizer keeps per weight between steps, by name: Adam's `m` and `v`. */
export type Slots = Readonly<Record<string, tf.Variable>>;

/** One rule to update weights. All numbers are float32 tensors of the weight's shape. */
export interface Optimizer {
	/** Slots a weight needs, all zeros before the first step. */
	readonly slotNames: readonly string[];
	/** The weight's next value; writes the slots. `step` counts from 0. Called inside a tidy. */
	update(weight: tf.Tensor, gradient: tf.Tensor, slots: Slots, step: number, rate: number): tf.Tensor;
}

/** Keras's default, so that a run here and a run there mean the same. */
const RMS_DECAY = 0.9;

/** The rule of the settings, with weight decay taken off first where it is on: w ← w − rate·decay·w (Loshchilov and Hutter 2019). */
export function createOptimizer(training: TrainingConfig): Optimizer {
	const rule = createRule(training);
	const decay = weightDecayOf(training);
	if (decay === 0) return rule;
	return {
		slotNames: rule.slotNames,
		update: (weight, gradient, slots, step, rate) => rule.update(tf.mul(weight, 1 - rate * decay), gradient, slots, step, rate),
	};
}

/** Smaller limits are none in float32: dividing by one must not make NaN of weights that are 0. */
export const NO_LENGTH = 1e-30;

/** The weight with every filter or unit that is longer than the limit shortened to it; shorter ones stay as they are to the bit. */
export function keepWithin(weight: tf.Tensor, { limit, axes }: Constraint): tf.Tensor {
	const length = tf.sqrt(tf.sum(tf.square(weight), [...axes], true));
	return tf.mul(weight, tf.div(limit, tf.maximum(length, Math.max(limit, NO_LENGTH))));
}

/** How much gradients shrink so that all together are no longer than `clipNorm`; 1 where they fit (Pascanu et al. 2013). */
export function clipFactor(norms: readonly number[], clipNorm: number): number {
	const total = Math.hypot(...norms);
	return total > clipNorm ? clipNorm / total : 1;
}

function createRule({ optimizer, momentum, beta1, beta2, epsilon }: TrainingConfig): Optimizer {
	switch (optimizer) {
		case 'sgd':
			return gradientDescent;
		case 'momentum':
			return withVelocity(momentum, (weight, velocity) => tf.add(weight, velocity));
		case 'nesterov':
			return withVelocity(momentum, (weight, velocity, step) => tf.add(weight, tf.sub(tf.mul(velocity, momentum), step)));
		case 'rmsprop':
			return rmsprop(epsilon);
		case 'adam':
		case 'adamw':
			return adam(beta1, beta2, epsilon);
		default:
			return assertNever(optimizer);
	}
}

const gradientDescent: Optimizer = {
	slotNames: [],
	update: (weight, gradient, _slots, _step, rate) => tf.sub(weight, tf.mul(gradient, rate)),
};

/** v ← m·v − rate·g; then w ← w + v, or with Nesterov's look ahead w ← w + m·v − rate·g. */
function withVelocity(momentum: number, move: (weight: tf.Tensor, velocity: tf.Tensor, step: tf.Tensor) => tf.Tensor): Optimizer {
	return {
		slotNames: ['velocity'],
		update: (weight, gradient, slots, _step, rate) => {
			const velocity = slotOf(slots, 'velocity');
			const step = tf.mul(gradient, rate);
			assign(velocity, () => tf.sub(tf.mul(velocity, momentum), step));
			return move(weight, velocity, step);
		},
	};
}

/** v ← 0.9·v + 0.1·g²; w ← w − rate·g / √(v + ε). */
function rmsprop(epsilon: number): Optimizer {
	return {
		slotNames: ['meanSquare'],
		update: (weight, gradient, slots, _step, rate) => {
			const meanSquare = slotOf(slots, 'meanSquare');
			assign(meanSquare, () => tf.add(tf.mul(meanSquare, RMS_DECAY), scaledSquare(gradient, 1 - RMS_DECAY)));
			const spread = tf.tidy(() => tf.sqrt(tf.add(meanSquare, epsilon)));
			return tf.sub(
				weight,
				tf.tidy(() => tf.div(tf.mul(gradient, rate), spread)),
			);
		},
	};
}

/** Kingma and Ba 2015, §2, with the bias correction folded into the rate: w ← w − rate·√(1 − β₂ᵗ)/(1 − β₁ᵗ) · m / (√v + ε). */
function adam(beta1: number, beta2: number, epsilon: number): Optimizer {
	return {
		slotNames: ['mean', 'meanSquare'],
		update: (weight, gradient, slots, step, rate) => {
			const mean = slotOf(slots, 'mean');
			const meanSquare = slotOf(slots, 'meanSquare');
			const corrected = (rate * Math.sqrt(1 - beta2 ** (step + 1))) / (1 - beta1 ** (step + 1));
			assign(mean, () => tf.add(tf.mul(mean, beta1), tf.mul(gradient, 1 - beta1)));
			assign(meanSquare, () => tf.add(tf.mul(meanSquare, beta2), scaledSquare(gradient, 1 - beta2)));
			const spread = tf.tidy(() => tf.add(tf.sqrt(meanSquare), epsilon));
			return tf.sub(
				weight,
				tf.tidy(() => tf.div(tf.mul(mean, corrected), spread)),
			);
		},
	};
}

/** The slot's next value; what was computed on the way is freed at once. */
function assign(slot: tf.Variable, next: () => tf.Tensor): void {
	tf.tidy(() => slot.assign(next()));
}

function scaledSquare(gradient: tf.Tensor, by: number): tf.Tensor {
	return tf.tidy(() => tf.mul(tf.square(gradient), by));
}

function slotOf(slots: Slots, name: string): tf.Variable {
	const slot = slots[name];
	if (!slot) throw new Error(`optimizer slot ${name} was not made`);
	return slot;
}
