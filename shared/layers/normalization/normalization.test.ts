import { describe, expect, it } from 'vitest';
import { card, outcome, probe, uncured } from '../testing/probe.ts';
import { normalization } from './normalization.ts';

const imagenet = { mean: [[0.485, 0.456, 0.406]], deviation: [[0.229, 0.224, 0.225]] };

describe('normalization', () => {
	it('keeps every size', () => {
		expect(outcome(normalization, {}, [[28, 28, 1]])).toBe('28×28×1');
		expect(outcome(normalization, imagenet, [[224, 224, 3]])).toBe('224×224×3');
	});

	it('takes one number, or one per channel', () => {
		expect(outcome(normalization, imagenet, [[28, 28, 1]])).toBe('countDiffers error');
		expect(probe(normalization, { mean: [[1], [2]] }, [[28, 28, 2]]).codes).toEqual(['countDiffers error']);
		expect(uncured(normalization, imagenet, [[28, 28, 1]])).toEqual([]);
		const [problem] = probe(normalization, { mean: [[0.4, 0.5]] }, [[28, 28, 3]]).problems;
		expect(problem?.fixes?.[0]).toMatchObject({ config: { mean: [[0.4]] } });
		expect(uncured(normalization, { mean: [[0.4, 0.5]] }, [[28, 28, 3]])).toEqual([]);
	});

	it('divides by nothing that is zero or below', () => {
		expect(outcome(normalization, { deviation: [[0]] }, [[28, 28, 1]])).toBe('deviationNotPositive error');
		expect(uncured(normalization, { deviation: [[0]] }, [[28, 28, 1]])).toEqual([]);
	});

	it('is Keras’s Normalization, with the variance', () => {
		expect(probe(normalization, { mean: [[0.5]], deviation: [[0.5]] }, [[28, 28, 1]]).keras).toEqual([
			{ className: 'Normalization', config: { axis: -1, mean: [0.5], variance: [0.25] }, weights: [] },
		]);
		expect(card(normalization, {})).toEqual(['mean 0.5', 'deviation 0.25']);
	});
});
