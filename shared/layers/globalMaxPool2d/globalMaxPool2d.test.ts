import { describe, expect, it } from 'vitest';
import { outcome, probe } from '../testing/probe.ts';
import { globalMaxPool2d } from './globalMaxPool2d.ts';

describe('globalMaxPool2d', () => {
	it('leaves one value per map', () => {
		expect(outcome(globalMaxPool2d, {}, [[8, 6, 12]])).toBe('12');
		expect(outcome(globalMaxPool2d, {}, [[16]])).toBe('needsMap error');
	});

	it('is a GlobalMaxPooling2D without weights', () => {
		expect(probe(globalMaxPool2d, {}, [[8, 6, 12]]).keras).toEqual([
			{ className: 'GlobalMaxPooling2D', config: { data_format: 'channels_last' }, weights: [] },
		]);
	});
});
