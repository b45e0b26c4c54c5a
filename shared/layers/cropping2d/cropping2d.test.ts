import { describe, expect, it } from 'vitest';
import { outcome, probe, uncured, wording } from '../testing/probe.ts';
import { cropping2d } from './cropping2d.ts';

describe('cropping2d', () => {
	it('cuts rows and columns off (Keras)', () => {
		expect(outcome(cropping2d, { crop: { top: 5, bottom: 1, left: 1, right: 2 } }, [[26, 33, 6]])).toBe('20×30×6');
		expect(outcome(cropping2d, { crop: { top: 2, bottom: 1, left: 2, right: 1 } }, [[21, 16, 1]])).toBe('18×13×1');
	});

	it('leaves one row and column at the least', () => {
		const raw = { crop: { top: 4, bottom: 6, left: 5, right: 1 } };
		const [problem] = probe(cropping2d, raw, [[8, 37, 6]]).problems;
		if (!problem) throw new Error('expected a problem');
		expect(wording(cropping2d, problem).text).toBe('Of 8 rows, 10 are cut off. At least one must stay.');
		expect(problem.fixes?.[0]).toMatchObject({ config: { crop: { top: 4, bottom: 3, left: 5, right: 1 } } });
		expect(uncured(cropping2d, raw, [[8, 37, 6]])).toEqual([]);
		expect(uncured(cropping2d, { crop: { top: 50, bottom: 0, left: 9, right: 9 } }, [[8, 8, 6]])).toEqual([]);
	});

	it('is a Cropping2D', () => {
		expect(probe(cropping2d, {}, [[4, 4, 1]]).keras).toEqual([
			{
				className: 'Cropping2D',
				config: {
					cropping: [
						[1, 1],
						[1, 1],
					],
					data_format: 'channels_last',
				},
				weights: [],
			},
		]);
	});
});
