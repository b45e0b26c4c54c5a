import { describe, expect, it } from 'vitest';
import { parseConfig } from '../fields.ts';
import { outcome, probe, spell } from '../testing/probe.ts';
import { flatten } from './flatten.ts';

describe('flatten', () => {
	it('writes LeNet’s 5 × 5 × 16 as 400 values', () => {
		expect(outcome(flatten, {}, [[5, 5, 16]])).toBe('400');
		expect(outcome(flatten, {}, [[36, 35, 8]])).toBe('10080');
	});

	it('leaves a vector as it is', () => {
		expect(outcome(flatten, {}, [[120]])).toBe('120');
	});

	it('shows where the values come from', () => {
		const config = parseConfig(flatten, {});
		if (!config.ok) throw new Error('settings');
		expect(flatten.formula?.(config.value, [[5, 5, 16]], [400]).size.map(spell)).toEqual([['n·m·c', '5·5·16', 400]]);
	});

	it('is a Flatten, channels fastest', () => {
		expect(probe(flatten, {}, [[5, 5, 16]]).keras).toEqual([
			{ className: 'Flatten', config: { data_format: 'channels_last' }, weights: [] },
		]);
	});
});
