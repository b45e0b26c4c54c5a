import { describe, expect, it } from 'vitest';
import { outcome, probe, uncured } from '../testing/probe.ts';
import { maximum } from './maximum.ts';

describe('maximum', () => {
	it('joins branches of one size, or of size 1 along an axis', () => {
		expect(
			outcome(maximum, {}, [
				[32, 10, 6],
				[32, 10, 6],
				[32, 10, 6],
			]),
		).toBe('32×10×6');
		expect(
			outcome(maximum, {}, [
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
		expect(outcome(maximum, {}, inputs)).toBe('shapesDiffer error');
		expect(uncured(maximum, {}, inputs)).toEqual([]);
	});

	it('is Keras’s Maximum', () => {
		expect(probe(maximum, {}, [[4], [4]])).toMatchObject({ weights: 0, keras: [{ className: 'Maximum', config: {} }] });
	});
});
