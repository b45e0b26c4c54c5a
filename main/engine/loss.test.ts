import { describe, expect, it } from 'vitest';
import { binaryCrossEntropy, meanSquaredError, softmaxCrossEntropy } from './loss.ts';

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

	it('is not a number once an output is not', () => {
		expect(softmaxCrossEntropy.value(Float32Array.of(Number.NaN, 0), Int32Array.of(0), 1, 2, false).loss).toBeNaN();
	});

	it('answers with probabilities that add up to 1', () => {
		const answer = softmaxCrossEntropy.answer(Float32Array.of(1, 2, 3), 1, 3);
		expect(answer[0]).toBeCloseTo(0.09003057, 6);
		expect(answer[2]).toBeCloseTo(0.66524096, 6);
	});
});
