import { describe, expect, it } from 'vitest';
import { classAccuracy, countRight, countTested, findMixUps } from './confusion.ts';

const confusion = [
	[8, 1, 1],
	[0, 10, 0],
	[3, 1, 0],
];

describe('a confusion table', () => {
	it('counts tested and right answers', () => {
		expect(countTested(confusion)).toBe(24);
		expect(countRight(confusion)).toBe(18);
	});

	it('gives the accuracy of each class, and none for a class without images', () => {
		expect(classAccuracy([8, 1, 1], 0)).toBe(0.8);
		expect(classAccuracy([0, 0, 0], 1)).toBeNull();
	});

	it('names the worst mix-ups first and leaves right answers out', () => {
		expect(findMixUps(confusion, 2)).toEqual([
			{ label: 2, answer: 0, count: 3 },
			{ label: 0, answer: 1, count: 1 },
		]);
		expect(findMixUps([[5]], 2)).toEqual([]);
	});
});
