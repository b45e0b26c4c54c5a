import { describe, expect, it } from 'vitest';
import { parseConfig } from '../fields.ts';
import { card, outcome, probe } from '../testing/probe.ts';
import { fixedFilter } from './fixedFilter.ts';
import { kernelOf } from './kernels.ts';

function kernel(raw: Readonly<Record<string, unknown>>): readonly (readonly number[])[] {
	const config = parseConfig(fixedFilter, raw);
	if (!config.ok) throw new Error('settings');
	return kernelOf(config.value);
}

describe('fixedFilter', () => {
	it('keeps the size with same padding and has nothing to learn', () => {
		expect(probe(fixedFilter, {}, [[28, 28, 3]])).toMatchObject({ output: [28, 28, 3], weights: 0, multiplyAdds: 21_168 });
		expect(outcome(fixedFilter, { filter: 'boxBlur', size: 5, padding: 'valid' }, [[28, 28, 1]])).toBe('24×24×1');
		expect(outcome(fixedFilter, {}, [[10]])).toBe('needsMap error');
	});

	it('does not fit a window into a smaller map, and offers no other window for a given filter', () => {
		const [problem] = probe(fixedFilter, { padding: 'valid' }, [[2, 2, 1]]).problems;
		expect(problem?.code).toBe('windowTooLarge');
		expect(problem?.fixes?.map(({ id }) => id)).toEqual(['useSame']);
	});

	it('has the windows of image editing', () => {
		expect(kernel({ filter: 'sobelX' })).toEqual([
			[-1, 0, 1],
			[-2, 0, 2],
			[-1, 0, 1],
		]);
		expect(kernel({ filter: 'boxBlur', size: 2 })).toEqual([
			[0.25, 0.25],
			[0.25, 0.25],
		]);
		expect(kernel({ filter: 'own', matrix: [[1, 2]] })).toEqual([[1, 2]]);
	});

	it('blurs with a bell that adds up to 1: σ 1 over 3 × 3 has 0.2042 in the middle', () => {
		const rows = kernel({ filter: 'gaussianBlur', size: 3, sigma: 1 });
		expect(rows.flat().reduce((sum, tap) => sum + tap, 0)).toBeCloseTo(1, 12);
		expect(rows[1]?.[1]).toBeCloseTo(0.2042, 4);
		expect(rows[0]?.[0]).toBeCloseTo(0.0751, 4);
	});

	it('refuses rows of different length', () => {
		expect(parseConfig(fixedFilter, { matrix: [[1, 2], [3]] }).ok).toBe(false);
		expect(parseConfig(fixedFilter, { matrix: [] }).ok).toBe(false);
	});

	it('is the engine’s FixedFilter2D', () => {
		expect(probe(fixedFilter, { filter: 'own', matrix: [[1, -1]] }, [[4, 4, 2]]).keras).toEqual([
			{ className: 'FixedFilter2D', config: { kernel: [[1, -1]], strides: [1, 1], padding: 'same' }, weights: [] },
		]);
	});

	it('names its filter on the card', () => {
		expect(card(fixedFilter, {})).toEqual(['edges across (Sobel)', '3 × 3 · same']);
	});
});
