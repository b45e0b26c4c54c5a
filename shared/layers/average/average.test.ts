import { describe, expect, it } from 'vitest';
import { outcome, probe, uncured } from '../testing/probe.ts';
import { average } from './average.ts';

describe('average', () => {
	it('joins branches of one size, or of size 1 along an axis', () => {
		expect(
			outcome(average, {}, [
				[32, 10, 6],
				[32, 10, 6],
				[32, 10, 6],
			]),
		).toBe('32×10×6');
		expect(
			outcome(average, {}, [
				[31, 17, 2],
				[1, 1, 2],
			]),
		).toBe('31×17×2');
	});

	it('refuses sizes that differ, and says how to make them agree', () => {
		const inputs = [
			[17, 31, 3],
			[17, 31, 4],
		];
		expect(outcome(average, {}, inputs)).toBe('shapesDiffer error');
		expect(uncured(average, {}, inputs)).toEqual([]);
	});

	it('is Keras’s Average', () => {
		expect(probe(average, {}, [[4], [4]])).toMatchObject({ weights: 0, keras: [{ className: 'Average', config: {} }] });
	});
});
