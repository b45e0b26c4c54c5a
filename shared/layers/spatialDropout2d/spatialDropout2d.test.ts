import { describe, expect, it } from 'vitest';
import { outcome, probe } from '../testing/probe.ts';
import { spatialDropout2d } from './spatialDropout2d.ts';

describe('spatialDropout2d', () => {
	it('keeps the size of a map and refuses a vector, which has no maps to drop', () => {
		expect(outcome(spatialDropout2d, {}, [[14, 14, 32]])).toBe('14×14×32');
		expect(outcome(spatialDropout2d, {}, [[32]])).toBe('needsMap error');
	});

	it('is the engine’s SpatialDropout2D', () => {
		expect(probe(spatialDropout2d, { rate: 0.2 }, [[4, 4, 8]]).keras).toEqual([
			{ className: 'SpatialDropout2D', config: { rate: 0.2 }, weights: [] },
		]);
	});
});
