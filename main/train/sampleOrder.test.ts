import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderForEpoch, splitSamples } from './sampleOrder.ts';

const labels = Int32Array.from({ length: 100 }, (_, index) => (index < 80 ? 0 : 1));

describe('splitSamples', () => {
	it('holds back the same share of each class', () => {
		const { train, validation } = splitSamples(labels, 0.1, 1);
		expect(train.length).toBe(90);
		expect(Array.from(validation).filter((index) => labels[index] === 0)).toHaveLength(8);
		expect(Array.from(validation).filter((index) => labels[index] === 1)).toHaveLength(2);
	});

	it('gives the same split for the same seed and another for another', () => {
		expect(splitSamples(labels, 0.2, 5)).toEqual(splitSamples(labels, 0.2, 5));
		expect(splitSamples(labels, 0.2, 5).validation).not.toEqual(splitSamples(labels, 0.2, 6).validation);
	});

	it('never takes the last sample of a class and puts each sample on one side', () => {
		fc.assert(
			fc.property(
				fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 60 }),
				fc.double({ min: 0, max: 0.9, noNaN: true }),
				(list, share) => {
					const given = Int32Array.from(list);
					const { train, validation } = splitSamples(given, share, 3);
					expect([...train, ...validation].sort((a, b) => a - b)).toEqual(Array.from(given.keys()));
					expect(new Set(Array.from(train, (index) => given[index]))).toEqual(new Set(list));
				},
			),
		);
	});
});

describe('orderForEpoch', () => {
	const indices = Int32Array.from({ length: 50 }, (_, index) => index * 2);

	it('shows every sample once', () => {
		expect(Array.from(orderForEpoch(indices, 1, 0)).sort((a, b) => a - b)).toEqual(Array.from(indices));
	});

	it('differs from epoch to epoch and repeats with the seed', () => {
		expect(orderForEpoch(indices, 1, 0)).not.toEqual(orderForEpoch(indices, 1, 1));
		expect(orderForEpoch(indices, 1, 1)).toEqual(orderForEpoch(indices, 1, 1));
	});
});
