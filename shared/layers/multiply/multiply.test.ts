import { describe, expect, it } from 'vitest';
import { outcome, probe, uncured } from '../testing/probe.ts';
import { multiply } from './multiply.ts';

describe('multiply', () => {
	it('joins branches of one size, or of size 1 along an axis', () => {
		expect(
			outcome(multiply, {}, [
				[32, 10, 6],
				[32, 10, 6],
				[32, 10, 6],
			]),
		).toBe('32×10×6');
		expect(
			outcome(multiply, {}, [
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
		expect(outcome(multiply, {}, inputs)).toBe('shapesDiffer error');
		expect(uncured(multiply, {}, inputs)).toEqual([]);
	});

	it('makes a vector of one number per channel a gate for every place', () => {
		const inputs = [[14, 14, 32], [32]];
		const [problem] = probe(multiply, {}, inputs).problems;
		expect(problem?.fixes?.[0]).toMatchObject({ layerKind: 'reshape', input: 1, config: { targetShape: [1, 1, 32] } });
		expect(uncured(multiply, {}, inputs)).toEqual([]);
		expect(probe(multiply, {}, [[14, 14, 32], [16]]).problems[0]?.fixes).toEqual([]);
	});

	it('is Keras’s Multiply', () => {
		expect(probe(multiply, {}, [[4], [4]])).toMatchObject({ weights: 0, keras: [{ className: 'Multiply', config: {} }] });
	});
});
