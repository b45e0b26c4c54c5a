import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { snapBox } from './snap.ts';

const card = (x: number, y: number) => ({ x, y, width: 116, height: 216 });

describe('snapping', () => {
	it('brings a card into line with a neighbour, and shows the line over both', () => {
		const { by, guides } = snapBox(card(300, 5), [card(100, 0)]);
		expect(by).toEqual({ x: 4, y: -5 });
		expect(guides).toEqual([
			{ axis: 'y', at: 0, from: 100, to: 420 },
			{ axis: 'y', at: 108, from: 100, to: 420 },
			{ axis: 'y', at: 216, from: 100, to: 420 },
		]);
	});

	it('takes the nearest of several', () => {
		expect(snapBox(card(0, 303), [card(400, 300), card(600, 310)]).by.y).toBe(-3);
	});

	it('falls on the grid of 8 where no neighbour is near', () => {
		fc.assert(
			fc.property(fc.integer({ min: -5000, max: 5000 }), fc.integer({ min: -5000, max: 5000 }), (x, y) => {
				const { by, guides } = snapBox(card(x, y), []);
				expect(Math.abs((x + by.x) % 8)).toBe(0);
				expect(Math.abs((y + by.y) % 8)).toBe(0);
				expect(Math.hypot(by.x, by.y)).toBeLessThanOrEqual(6);
				expect(guides).toEqual([]);
			}),
		);
	});
});
