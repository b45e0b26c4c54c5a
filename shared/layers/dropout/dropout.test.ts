import { describe, expect, it } from 'vitest';
import { parseConfig } from '../fields.ts';
import { card, outcome, probe } from '../testing/probe.ts';
import { dropout } from './dropout.ts';

describe('dropout', () => {
	it('keeps every size', () => {
		expect(outcome(dropout, {}, [[7, 7, 64]])).toBe('7×7×64');
		expect(outcome(dropout, {}, [[120]])).toBe('120');
	});

	it('cannot drop everything', () => {
		expect(parseConfig(dropout, { rate: 1 }).ok).toBe(false);
		expect(parseConfig(dropout, { rate: -0.1 }).ok).toBe(false);
	});

	it('is a Dropout without a seed of its own, which would repeat one mask', () => {
		expect(probe(dropout, { rate: 0.25 }, [[120]]).keras).toEqual([
			{ className: 'Dropout', config: { rate: 0.25, noise_shape: null, seed: null }, weights: [] },
		]);
	});

	it('has its rate on the card', () => {
		expect(card(dropout, { rate: 0.25 })).toEqual(['drops 25%', 'while training']);
	});
});
