import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { TrainingConfig } from '#shared/training/config.ts';
import { loadJs } from '../js/js.ts';
import { settings } from '../testNetworks.ts';
import { clipFactor, createOptimizer, keepWithin } from './optimizers.ts';

/** A weight of 1 after each of some steps with rate 0.1. */
function follow(change: Partial<TrainingConfig>, gradients: readonly number[]): number[] {
	const rule = createOptimizer(settings(change));
	const slots = Object.fromEntries(rule.slotNames.map((name) => [name, tf.variable(tf.scalar(0), false)]));
	let weight = tf.scalar(1);
	return gradients.map((gradient, step) => {
		weight = tf.tidy(() => rule.update(weight, tf.scalar(gradient), slots, step, 0.1)) as tf.Scalar;
		return weight.dataSync()[0] ?? Number.NaN;
	});
}

function expectClose(received: readonly number[], expected: readonly number[]): void {
	for (const [step, value] of expected.entries()) expect(received[step]).toBeCloseTo(value, 5);
}

/** Expected values by hand from the papers' formulas with Keras's constants. */
describe('an optimizer', () => {
	beforeAll(async () => void (await loadJs()));

	// Columns (3, 4) and (0, 1) with a largest norm of 2: Keras's MaxNorm(2, axis=0).
	it('shortens weights beyond the largest norm and leaves the others', () => {
		const kept = tf.tidy(() => keepWithin(tf.tensor2d([3, 0, 4, 1], [2, 2]), { kind: 'maxNorm', limit: 2, axes: [0] }).dataSync());
		expectClose([...kept], [1.2, 0, 1.6, 1]);
	});
	it('sgd steps against the gradient', () => expectClose(follow({ optimizer: 'sgd' }, [0.5, 0.5]), [0.95, 0.9]));
	it('momentum adds nine tenths of the step before', () => expectClose(follow({ optimizer: 'momentum' }, [0.5, 0.5]), [0.95, 0.855]));
	it('rmsprop divides by the running size of the gradient', () =>
		expectClose(follow({ optimizer: 'rmsprop' }, [0.5, 0.5]), [0.683773, 0.454357]));
	it('adam steps by the rate while the gradient stays', () => expectClose(follow({ optimizer: 'adam' }, [0.5, 0.5]), [0.9, 0.8]));
	it('adam slows down when the gradient turns', () => expectClose(follow({ optimizer: 'adam' }, [0.5, -0.5]), [0.9, 0.905263]));
	it('nesterov looks one step of momentum ahead', () => expectClose(follow({ optimizer: 'nesterov' }, [0.5, 0.5]), [0.905, 0.7695]));
	it('momentum keeps the share of the settings', () =>
		expectClose(follow({ optimizer: 'momentum', momentum: 0.5 }, [0.5, 0.5]), [0.95, 0.875]));
	it('adamw takes four thousandths of the weight off per unit of rate, as Keras does', () =>
		expectClose(follow({ optimizer: 'adamw' }, [0.5, 0.5]), [0.8996, 0.79924]));
	it('sgd with decay shrinks the weight before its step', () =>
		expectClose(follow({ optimizer: 'sgd', weightDecay: 0.5 }, [0.5, 0.5]), [0.9, 0.805]));
	it('adam with betas of 0 and a large epsilon damps the step', () =>
		expectClose(follow({ optimizer: 'adam', beta1: 0, beta2: 0, epsilon: 0.5 }, [0.5]), [0.95]));
});

describe('clipping by the norm of all gradients', () => {
	it('shortens 3 and 4 to a length of 1', () => expect(clipFactor([3, 4], 1)).toBe(0.2));
	it('leaves what is short enough', () => expect(clipFactor([0.3, 0.4], 1)).toBe(1));
});
