import { describe, expect, it } from 'vitest';
import { card, outcome, probe } from '../testing/probe.ts';
import { zeroPadding2d } from './zeroPadding2d.ts';

describe('zeroPadding2d', () => {
	it('makes LeNet’s 32 × 32 of a digit', () => {
		expect(outcome(zeroPadding2d, { pad: { top: 2, bottom: 2, left: 2, right: 2 } }, [[28, 28, 1]])).toBe('32×32×1');
		expect(outcome(zeroPadding2d, { pad: { top: 4, bottom: 2, left: 0, right: 2 } }, [[24, 10, 1]])).toBe('30×12×1');
	});

	it('needs a map', () => {
		expect(outcome(zeroPadding2d, {}, [[10]])).toBe('needsMap error');
	});

	it('is a ZeroPadding2D, rows first', () => {
		expect(probe(zeroPadding2d, { pad: { top: 1, bottom: 2, left: 3, right: 4 } }, [[4, 4, 1]]).keras).toEqual([
			{
				className: 'ZeroPadding2D',
				config: {
					padding: [
						[1, 2],
						[3, 4],
					],
					data_format: 'channels_last',
				},
				weights: [],
			},
		]);
	});

	it('says on the card how much', () => {
		expect(card(zeroPadding2d, {})).toEqual(['+1 at each side', 'zeros']);
	});
});
