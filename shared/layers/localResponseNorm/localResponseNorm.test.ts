import { describe, expect, it } from 'vitest';
import { card, outcome, probe } from '../testing/probe.ts';
import { localResponseNorm } from './localResponseNorm.ts';

describe('localResponseNorm', () => {
	it('keeps the size of a map', () => {
		expect(outcome(localResponseNorm, {}, [[55, 55, 96]])).toBe('55×55×96');
		expect(outcome(localResponseNorm, {}, [[96]])).toBe('needsMap error');
	});

	it('starts with AlexNet’s numbers', () => {
		expect(probe(localResponseNorm, {}, [[55, 55, 96]]).keras).toEqual([
			{ className: 'LocalResponseNormalization', config: { depth_radius: 2, bias: 2, alpha: 0.0001, beta: 0.75 }, weights: [] },
		]);
		expect(card(localResponseNorm, {})).toEqual(['5 channels', 'β 0.75']);
	});
});
