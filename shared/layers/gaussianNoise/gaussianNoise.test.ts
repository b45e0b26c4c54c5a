import { describe, expect, it } from 'vitest';
import { parseConfig } from '../fields.ts';
import { outcome, probe } from '../testing/probe.ts';
import { gaussianNoise } from './gaussianNoise.ts';

describe('gaussianNoise', () => {
	it('keeps every size', () => {
		expect(outcome(gaussianNoise, {}, [[28, 28, 1]])).toBe('28×28×1');
	});

	it('has no negative spread', () => {
		expect(parseConfig(gaussianNoise, { stddev: -0.1 }).ok).toBe(false);
	});

	it('is a GaussianNoise', () => {
		expect(probe(gaussianNoise, { stddev: 0.2 }, [[10]]).keras).toEqual([
			{ className: 'GaussianNoise', config: { stddev: 0.2 }, weights: [] },
		]);
	});
});
