import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { TrainingConfig } from '#shared/training/config.ts';
import { loadJs } from '../js/js.ts';
import { settings } from '../testNetworks.ts';
import { createOptimizer } from './optimizers.ts';

/** A weight of 1 after each of some steps with rate 0.1. */
function follow(optimizer: TrainingConfig['optimizer'], gradients: readonly number[]): number[] {
	const rule = createOptimizer(settings({ optimizer, learningRate: 0.1 }));
	const slots = Object.fromEntries(rule.slotNames.map((name) => [name, tf.variable(tf.scalar(0), false)]));
	let weight = tf.scalar(1);
	return gradients.map((gradient, step) => {
		weight = tf.tidy(() => rule.update(weight, tf.scalar(gradient), slots, step)) as tf.Scalar;
		return weight.dataSync()[0] ?? Number.NaN;
	});
}

function expectClose(received: readonly number[], expected: readonly number[]): void {
	for (const [step, value] of expected.entries()) expect(received[step]).toBeCloseTo(value, 5);
}

/** Expected values by hand from the papers' formulas with Keras's constants. */
describe('an optimizer', () => {
	beforeAll(async () => void (await loadJs()));

	it('sgd steps against the gradient', () => expectClose(follow('sgd', [0.5, 0.5]), [0.95, 0.9]));
	it('momentum adds nine tenths of the step before', () => expectClose(follow('momentum', [0.5, 0.5]), [0.95, 0.855]));
	it('rmsprop divides by the running size of the gradient', () => expectClose(follow('rmsprop', [0.5, 0.5]), [0.683773, 0.454357]));
	it('adam steps by the rate while the gradient stays', () => expectClose(follow('adam', [0.5, 0.5]), [0.9, 0.8]));
	it('adam slows down when the gradient turns', () => expectClose(follow('adam', [0.5, -0.5]), [0.9, 0.905263]));
});
