import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { align, distribute, type Piece } from './align.ts';

const piece = (key: string, x: number, y: number, isFixed = false, width = 116): Piece => ({ key, x, y, width, height: 216, isFixed });

describe('aligning', () => {
	const cards = [piece('a', 0, 10), piece('b', 200, 40), piece('c', 450, 0, false, 316)];
	it.each([
		['left', [0, 10], [0, 40], [0, 0]],
		['right', [650, 10], [650, 40], [450, 0]],
		['centre', [325, 10], [325, 40], [225, 0]],
		['top', [0, 0], [200, 0], [450, 0]],
		['bottom', [0, 40], [200, 40], [450, 40]],
		['middle', [0, 20], [200, 20], [450, 20]],
	] as const)('%s', (to, ...expected) => {
		expect([...align(cards, to).values()].map(({ x, y }) => [x, y])).toEqual(expected);
	});

	it('goes by what is pinned, and leaves it', () => {
		expect([...align([piece('a', 0, 10), piece('b', 200, 40, true)], 'top')]).toEqual([['a', { x: 0, y: 40 }]]);
	});
});

describe('distributing', () => {
	it('makes the gaps equal and keeps the outermost', () => {
		const places = distribute([piece('a', 0, 0), piece('b', 130, 9), piece('c', 600, 3)], 'across');
		expect([...places]).toEqual([
			['a', { x: 0, y: 0 }],
			['b', { x: 300, y: 9 }],
			['c', { x: 600, y: 3 }],
		]);
	});

	it('gives each gap the same width to the pixel, whatever the sizes', () =>
		fc.assert(
			fc.property(
				fc.array(fc.tuple(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 20, max: 400 })), { minLength: 3, maxLength: 9 }),
				(spec) => {
					const pieces = spec.map(([x, width], index) => piece(`p${index}`, x, 0, false, width));
					const places = distribute(pieces, 'across');
					const boxes = pieces
						.map(({ key, width }) => ({ x: places.get(key)?.x ?? 0, width }))
						.sort((a, b) => a.x - b.x || a.width - b.width);
					expect(places.size).toBe(pieces.length);
					const sorted = [...pieces].sort((a, b) => a.x - b.x).map(({ key, width }) => ({ x: places.get(key)?.x ?? 0, width }));
					const gaps = sorted.slice(1).map(({ x }, index) => x - (sorted[index]?.x ?? 0) - (sorted[index]?.width ?? 0));
					expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThanOrEqual(1);
					expect(boxes).toHaveLength(pieces.length);
				},
			),
		));

	it('has nothing to do for two', () => {
		expect(distribute([piece('a', 0, 0), piece('b', 130, 9)], 'down').size).toBe(0);
	});
});
