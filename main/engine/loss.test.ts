import { describe, expect, it } from 'vitest';
import type { TrainingConfig } from '#shared/training/config.ts';
import { batchLoss, chooseLoss, type Loss } from './loss.ts';
import { chain, settings } from './testNetworks.ts';

const plan = chain(2, 1);

function lossFor(change: Partial<TrainingConfig>, finalActivation = 'softmax'): Loss {
	return chooseLoss({ ...plan, finalActivation }, settings(change));
}

const softmaxCrossEntropy = lossFor({ loss: 'categoricalCrossEntropy' });
const binaryCrossEntropy = lossFor({ loss: 'binaryCrossEntropy' }, 'sigmoid');
const meanSquaredError = lossFor({ loss: 'mse' });

/** Expected values by hand, checked against what Keras and PyTorch document. */
describe('the loss', () => {
	it('of equal logits over 10 classes is ln 10', () => {
		const { loss, gradient } = softmaxCrossEntropy.value(new Float32Array(10), Int32Array.of(3), 1, 10, true);
		expect(loss).toBeCloseTo(Math.LN10, 6);
		expect(gradient?.[3]).toBeCloseTo(-0.9, 6);
		expect(gradient?.[0]).toBeCloseTo(0.1, 6);
	});

	it('stays finite for logits that exp cannot take', () => {
		const { loss, correct } = softmaxCrossEntropy.value(Float32Array.of(1000, 0, 0, 1000), Int32Array.of(0, 0), 2, 2, false);
		expect(loss).toBeCloseTo(500, 3);
		expect(correct).toBe(1);
	});

	it('of a sigmoid at zero is ln 2 with gradient one half', () => {
		const { loss, gradient } = binaryCrossEntropy.value(Float32Array.of(0), Int32Array.of(1), 1, 1, true);
		expect(loss).toBeCloseTo(Math.LN2, 6);
		expect(gradient?.[0]).toBeCloseTo(-0.5, 6);
	});

	it('of a value is its squared distance', () => {
		const { loss, gradient } = meanSquaredError.value(Float32Array.of(5, 1), Int32Array.of(3, 1), 2, 1, true);
		expect(loss).toBe(2);
		expect(Array.from(gradient ?? [])).toEqual([2, 0]);
	});

	it('of mean absolute error is the distance, whatever its sign', () => {
		const { loss, gradient } = lossFor({ loss: 'mae' }).value(Float32Array.of(5, 0), Int32Array.of(3, 1), 2, 1, true);
		expect(loss).toBe(1.5);
		expect(Array.from(gradient ?? [])).toEqual([0.5, -0.5]);
	});

	it('of Huber is square within 1 and straight beyond', () => {
		const { loss, gradient } = lossFor({ loss: 'huber' }).value(Float32Array.of(3.5, 0.5), Int32Array.of(0, 0), 2, 1, true);
		// 3.5 − 0.5 = 3 and 0.5² / 2 = 0.125.
		expect(loss).toBe(1.5625);
		expect(Array.from(gradient ?? [])).toEqual([0.5, 0.25]);
	});

	it('with labels smoothed by 0.1 over 3 classes aims at 0.9333 and 0.0333', () => {
		const smooth = lossFor({ labelSmoothing: 0.1 });
		const { loss, gradient } = smooth.value(Float32Array.of(2, 0, 0), Int32Array.of(0), 1, 3, true);
		// log(e² + 2) − 2·0.9333 = 2.239545 − 1.866667.
		expect(loss).toBeCloseTo(0.372878, 5);
		expect(gradient?.[0]).toBeCloseTo(0.786986 - 0.933333, 5);
		expect(gradient?.[1]).toBeCloseTo(0.106507 - 0.033333, 5);
	});

	it('with yes smoothed by 0.2 aims at 0.9', () => {
		const smooth = lossFor({ loss: 'binaryCrossEntropy', labelSmoothing: 0.2 }, 'sigmoid');
		const { loss, gradient } = smooth.value(Float32Array.of(1), Int32Array.of(1), 1, 1, true);
		// 1 − 0.9 + ln(1 + e^−1).
		expect(loss).toBeCloseTo(0.413262, 5);
		expect(gradient?.[0]).toBeCloseTo(0.731059 - 0.9, 5);
	});

	it('of a softmax answer under binary cross-entropy takes its probabilities', () => {
		const shares = lossFor({ loss: 'binaryCrossEntropy' });
		expect(shares.takesLogits).toBe(false);
		const { loss, gradient } = shares.value(Float32Array.of(0.8, 0.2), Int32Array.of(0), 1, 2, true);
		expect(loss).toBeCloseTo(0.223144, 5);
		expect(gradient?.[0]).toBeCloseTo(-0.625, 5);
		expect(gradient?.[1]).toBeCloseTo(0.625, 5);
	});

	it('counts a class by its weight, and takes the mean over all samples as Keras does', () => {
		const { loss, gradient } = meanSquaredError.value(Float32Array.of(1, 0), Int32Array.of(0, 1), 2, 1, true, [1, 3]);
		expect(loss).toBe(2);
		expect(Array.from(gradient ?? [])).toEqual([1, -3]);
	});

	it('of a blend counts both answers by their shares', () => {
		// Probabilities 3 : 1, answers wanted 3 : 1: nothing is left to learn. −0.75 · ln 0.75 − 0.25 · ln 0.25.
		const blend = { labels: Int32Array.of(1), shares: Float32Array.of(0.75) };
		const { loss, correct, gradient } = batchLoss(
			softmaxCrossEntropy,
			Float32Array.of(Math.log(3), 0),
			{ labels: Int32Array.of(0), blend },
			1,
			2,
		);
		expect(loss).toBeCloseTo(0.562335, 5);
		expect(correct).toBeCloseTo(0.75, 6);
		for (const slope of gradient ?? [1]) expect(slope).toBeCloseTo(0, 6);
	});

	it('is not a number once an output is not', () => {
		expect(softmaxCrossEntropy.value(Float32Array.of(Number.NaN, 0), Int32Array.of(0), 1, 2, false).loss).toBeNaN();
	});

	it('answers with probabilities that add up to 1', () => {
		const answer = softmaxCrossEntropy.answer(Float32Array.of(1, 2, 3), 1, 3);
		expect(answer[0]).toBeCloseTo(0.09003057, 6);
		expect(answer[2]).toBeCloseTo(0.66524096, 6);
	});
});
