import { describe, expect, it } from 'vitest';
import { card, outcome, probe, uncured, wording } from '../testing/probe.ts';
import { groupNorm } from './groupNorm.ts';

describe('groupNorm', () => {
	it('keeps the size and learns two values per channel (Keras)', () => {
		expect(outcome(groupNorm, { groups: 1 }, [[5, 12, 8]])).toBe('5×12×8');
		expect(probe(groupNorm, { groups: 4 }, [[25, 39, 4]])).toMatchObject({ weights: 8, trainableWeights: 8 });
		expect(outcome(groupNorm, { groups: 3 }, [[120]])).toBe('120');
	});

	it('needs groups that divide the channels', () => {
		const [problem] = probe(groupNorm, { groups: 3 }, [[15, 5, 8]]).problems;
		if (!problem) throw new Error('expected a problem');
		expect(wording(groupNorm, problem).text).toBe(
			'Every group takes an equal share of the channels, but 8 channels cannot be split into 3.',
		);
		expect(problem.fixes?.[0]).toMatchObject({ config: { groups: 2 } });
		expect(uncured(groupNorm, { groups: 3 }, [[15, 5, 8]])).toEqual([]);
	});

	it('is the engine’s GroupNormalization, with Keras’s settings', () => {
		expect(probe(groupNorm, { groups: 2, center: false }, [[4, 4, 8]]).keras).toEqual([
			{ className: 'GroupNormalization', config: { groups: 2, axis: -1, epsilon: 0.001, center: false, scale: true }, weights: ['gamma'] },
		]);
	});

	it('has its groups on the card', () => {
		expect(card(groupNorm, { groups: 8 })).toEqual(['8 groups', 'scale and shift']);
	});
});
