import { describe, expect, it } from 'vitest';
import { layOutCurve, PLOT } from './rateCurve.ts';

describe('the curve of a search for a rate', () => {
	const points = [
		{ rate: 1e-6, loss: 2.3, smoothed: 2.3 },
		{ rate: 1e-3, loss: 1.1, smoothed: 1.5 },
		{ rate: 1, loss: 900, smoothed: 40 },
	];

	it('has the smallest rate at the left edge and powers of ten evenly', () => {
		const { xOf, xTicks } = layOutCurve(points);
		expect(xOf(1e-6)).toBe(PLOT.left);
		expect(xOf(10)).toBe(PLOT.width - PLOT.right);
		expect(xTicks.map(({ exponent }) => exponent)).toEqual([-6, -5, -4, -3, -2, -1, 0, 1]);
		expect(xOf(1e-3) - xOf(1e-4)).toBeCloseTo(xOf(1e-1) - xOf(1e-2), 6);
	});

	it('keeps the part that matters in sight when the loss runs away', () => {
		const { yTicks, dots } = layOutCurve(points);
		expect(yTicks.at(-1)?.value).toBe(3);
		expect(dots).toHaveLength(2);
	});

	it('is an empty picture before the first point', () => {
		expect(layOutCurve([])).toMatchObject({ smoothed: '', dots: [] });
	});
});
