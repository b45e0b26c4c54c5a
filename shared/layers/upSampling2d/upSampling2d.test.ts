import { describe, expect, it } from 'vitest';
import { card, outcome, probe } from '../testing/probe.ts';
import { upSampling2d } from './upSampling2d.ts';

describe('upSampling2d', () => {
	it('multiplies rows and columns (Keras)', () => {
		expect(outcome(upSampling2d, {}, [[30, 24, 6]])).toBe('60×48×6');
		expect(outcome(upSampling2d, { size: [1, 3], interpolation: 'bilinear' }, [[19, 18, 4]])).toBe('19×54×4');
		expect(outcome(upSampling2d, {}, [[10]])).toBe('needsMap error');
	});

	it('is an UpSampling2D', () => {
		expect(probe(upSampling2d, { interpolation: 'bilinear' }, [[4, 4, 1]]).keras).toEqual([
			{ className: 'UpSampling2D', config: { size: [2, 2], interpolation: 'bilinear', data_format: 'channels_last' }, weights: [] },
		]);
	});

	it('has its factor on the card', () => {
		expect(card(upSampling2d, { size: [2, 3] })).toEqual(['×3 × 2', 'nearest']);
	});
});
