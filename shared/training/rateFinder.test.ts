import { describe, expect, it } from 'vitest';
import { hasRunAway, nextPoint, RATE_SWEEP, type RatePoint, suggestRate, sweptRate } from './rateFinder.ts';

/** The curve of losses at each rate of the sweep, up to where it runs away. */
function curve(lossAt: (power: number) => number): RatePoint[] {
	const points: RatePoint[] = [];
	for (let step = 0; step < RATE_SWEEP.steps; step++) {
		points.push(nextPoint(points, lossAt(Math.log10(sweptRate(step)))));
		if (hasRunAway(points)) break;
	}
	return points;
}

/** Flat up to 1e-4, down to 0.3 at 1e-2, then up and away. */
function usual(power: number): number {
	if (power < -4) return 2.3;
	if (power < -2) return 2.3 - (power + 4);
	return 0.3 + (power + 2) ** 2 * 4;
}

describe('the search for a learning rate', () => {
	it('tries rates evenly by powers of ten', () => {
		expect(sweptRate(0)).toBe(1e-6);
		expect(sweptRate(20)).toBeCloseTo(1e-5, 12);
		expect(sweptRate(140)).toBeCloseTo(10, 9);
	});

	it('smooths without a bias: equal losses stay as they are, and a new one counts a tenth in the long run', () => {
		const points: RatePoint[] = [];
		for (let step = 0; step < 100; step++) points.push(nextPoint(points, 2));
		expect(points[0]?.smoothed).toBeCloseTo(2, 12);
		expect(points[99]?.smoothed).toBeCloseTo(2, 12);
		expect(nextPoint(points, 3).smoothed).toBeCloseTo(2.1, 4);
		// Two losses: 0.9 and 1 parts.
		const first = nextPoint([], 1);
		expect(nextPoint([first], 2).smoothed).toBeCloseTo((0.9 * 1 + 2) / 1.9, 12);
	});

	it('ends when the loss has run away, or is no number', () => {
		const points = curve(usual);
		expect(points.length).toBeLessThan(RATE_SWEEP.steps);
		expect(hasRunAway(points)).toBe(true);
		expect(hasRunAway([{ rate: 1, loss: Number.NaN, smoothed: Number.NaN }])).toBe(true);
		expect(hasRunAway([])).toBe(false);
	});

	it('suggests where the loss falls fastest, at most a tenth of where it is lowest', () => {
		const found = suggestRate(curve(usual));
		if (!found) throw new Error('no rate was suggested');
		expect(found.lowest).toBeGreaterThan(0.008);
		expect(found.lowest).toBeLessThan(0.05);
		expect(found.steepest).toBeGreaterThan(1e-4);
		expect(found.steepest).toBeLessThan(found.lowest);
		// Two digits are up to a twentieth off.
		expect(found.rate).toBeLessThanOrEqual((found.lowest / 10) * 1.05);
		expect(String(found.rate).replace(/^0\.0*/, '').length).toBeLessThanOrEqual(2);
	});

	it('suggests nothing where no rate made the loss fall', () => {
		expect(suggestRate(curve(() => 2.3))).toBeNull();
		expect(suggestRate(curve((power) => 2.3 + Math.max(0, power)))).toBeNull();
		expect(suggestRate([])).toBeNull();
	});
});
