import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { centreStrokes, MNIST_THICKNESS, shrink } from './strokes.ts';

describe('a drawn digit', () => {
	it('fills 20 of 28 pixels with its longer side, pen included, wherever and however small it was drawn', () => {
		const point = fc.record({ x: fc.double({ min: 0, max: 1, noNaN: true }), y: fc.double({ min: 0, max: 1, noNaN: true }) });
		fc.assert(
			fc.property(fc.array(point, { minLength: 2, maxLength: 40 }), (stroke) => {
				const spread = (values: readonly number[]): number => Math.max(...values) - Math.min(...values);
				const sideOf = (points: typeof stroke): number => Math.max(spread(points.map(({ x }) => x)), spread(points.map(({ y }) => y)));
				fc.pre(sideOf(stroke) > 0.05);
				const [centred] = centreStrokes([stroke], MNIST_THICKNESS);
				expect(sideOf([...(centred ?? [])]) + MNIST_THICKNESS).toBeCloseTo(20 / 28, 6);
			}),
		);
	});

	it('has its centre of mass in the middle', () => {
		const hook = [
			{ x: 0, y: 0 },
			{ x: 0, y: 0.4 },
			{ x: 0.4, y: 0.4 },
			{ x: 0.4, y: 0 },
			{ x: 0.2, y: 0 },
		];
		const [centred] = centreStrokes([hook], 0);
		// Legs of 0.4, 0.4, 0.4 and 0.2 with midpoints (0, 0.2), (0.2, 0.4), (0.4, 0.2) and (0.3, 0).
		const scale = 20 / 28 / 0.4;
		expect(centred?.[0]?.x).toBeCloseTo(0.5 - (0.3 / 1.4) * scale);
		expect(centred?.[0]?.y).toBeCloseTo(0.5 - (0.32 / 1.4) * scale);
	});

	it('is not cut off where its mass lies far from its middle', () => {
		// A long bar with a heavy knot at one end.
		const knot = Array.from({ length: 200 }, (_, index) => ({ x: 0.5 + (index % 2) * 0.02, y: 0 }));
		const [centred] = centreStrokes([[...knot, { x: 0.5, y: 1 }]], MNIST_THICKNESS);
		const lowest = Math.max(...(centred ?? []).map(({ y }) => y));
		expect(lowest + MNIST_THICKNESS / 2).toBeCloseTo(27 / 28);
	});

	it('moves a dot to the middle without blowing it up', () => {
		expect(centreStrokes([[{ x: 0.2, y: 0.9 }]], 0.1)).toEqual([[{ x: 0.5, y: 0.5 }]]);
	});
});

it('shrinks by the mean of each block', () => {
	expect([...shrink(Uint8Array.of(0, 100, 10, 10, 100, 200, 10, 30), 4, 2, 2)]).toEqual([100, 15]);
});
