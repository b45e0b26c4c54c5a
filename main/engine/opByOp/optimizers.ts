import * as tf from '@tensorflow/tfjs-core';
import type { TrainingConfig } from '#shared/training/config.ts';

/** Values that an optimizer keeps per weight between steps, by name: Adam's `m` and `v`. */
export type Slots = Readonly<Record<string, tf.Variable>>;

/** One rule to update weights. All numbers are float32 tensors of the weight's shape. */
export interface Optimizer {
	/** Slots a weight needs, all zeros before the first step. */
	readonly slotNames: readonly string[];
	/** The weight's next value; writes the slots. `step` counts from 0. Called inside a tidy. */
	update(weight: tf.Tensor, gradient: tf.Tensor, slots: Slots, step: number): tf.Tensor;
}

/** Keras's defaults, so that a run here and a run there mean the same. */
const MOMENTUM = 0.9;
const RMS_DECAY = 0.9;
const ADAM_FIRST = 0.9;
const ADAM_SECOND = 0.999;
const EPSILON = 1e-7;

export function createOptimizer({ optimizer, learningRate }: TrainingConfig): Optimizer {
	switch (optimizer) {
		case 'sgd':
			return gradientDescent(learningRate);
		case 'momentum':
			return momentum(learningRate);
		case 'rmsprop':
			return rmsprop(learningRate);
		case 'adam':
			return adam(learningRate);
	}
}

function gradientDescent(rate: number): Optimizer {
	return {
		slotNames: [],
		update: (weight, gradient) => tf.sub(weight, tf.mul(gradient, rate)),
	};
}

/** v ← 0.9·v − rate·g; w ← w + v. */
function momentum(rate: number): Optimizer {
	return {
		slotNames: ['velocity'],
		update: (weight, gradient, slots) => {
			const velocity = slotOf(slots, 'velocity');
			velocity.assign(tf.sub(tf.mul(velocity, MOMENTUM), tf.mul(gradient, rate)));
			return tf.add(weight, velocity);
		},
	};
}

/** v ← 0.9·v + 0.1·g²; w ← w − rate·g / √(v + ε). */
function rmsprop(rate: number): Optimizer {
	return {
		slotNames: ['meanSquare'],
		update: (weight, gradient, slots) => {
			const meanSquare = slotOf(slots, 'meanSquare');
			meanSquare.assign(tf.add(tf.mul(meanSquare, RMS_DECAY), tf.mul(tf.square(gradient), 1 - RMS_DECAY)));
			return tf.sub(weight, tf.div(tf.mul(gradient, rate), tf.sqrt(tf.add(meanSquare, EPSILON))));
		},
	};
}

/** Kingma and Ba 2015, §2, with the bias correction folded into the rate: w ← w − rate·√(1 − β₂ᵗ)/(1 − β₁ᵗ) · m / (√v + ε). */
function adam(rate: number): Optimizer {
	return {
		slotNames: ['mean', 'meanSquare'],
		update: (weight, gradient, slots, step) => {
			const mean = slotOf(slots, 'mean');
			const meanSquare = slotOf(slots, 'meanSquare');
			const corrected = (rate * Math.sqrt(1 - ADAM_SECOND ** (step + 1))) / (1 - ADAM_FIRST ** (step + 1));
			mean.assign(tf.add(tf.mul(mean, ADAM_FIRST), tf.mul(gradient, 1 - ADAM_FIRST)));
			meanSquare.assign(tf.add(tf.mul(meanSquare, ADAM_SECOND), tf.mul(tf.square(gradient), 1 - ADAM_SECOND)));
			return tf.sub(weight, tf.div(tf.mul(mean, corrected), tf.add(tf.sqrt(meanSquare), EPSILON)));
		},
	};
}

function slotOf(slots: Slots, name: string): tf.Variable {
	const slot = slots[name];
	if (!slot) throw new Error(`optimizer slot ${name} was not made`);
	return slot;
}
