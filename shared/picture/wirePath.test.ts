import { describe, expect, it } from 'vitest';
import { assignTracks, roundedPath, routeWire, wireWidth } from './wirePath.ts';

describe('the way of a wire', () => {
	it('is straight between neighbours in a row, its label above the middle', () => {
		expect(routeWire({ x: 144, y: 178 }, { x: 212, y: 178 })).toEqual({ path: 'M144 178H212', label: { x: 178, y: 168 } });
	});

	it('runs in the lane between base and head when it steps back to the left', () => {
		// Cards at y 56 and 368: the regions end at 288 and begin at 328.
		const { path, label } = routeWire({ x: 880, y: 178 }, { x: 28, y: 490 });
		expect(path).toContain('308');
		expect(label).toEqual({ x: 454, y: 301 });
	});

	it('passes under the cards that it leaps over', () => {
		const { label } = routeWire({ x: 116, y: 122 }, { x: 552, y: 122 });
		expect(label.y).toBeGreaterThan(216);
	});

	it('goes by the lane above when the target stands in a row above', () => {
		const { label } = routeWire({ x: 880, y: 490 }, { x: 28, y: 178 });
		expect(label.y).toBe(301);
	});

	it('rounds corners by at most half of the shorter side', () => {
		expect(
			roundedPath([
				{ x: 0, y: 0 },
				{ x: 20, y: 0 },
				{ x: 20, y: 6 },
			]),
		).toBe('M0 0L17 0Q20 0 20 3L20 6');
	});
});

describe('the width of a wire', () => {
	it('grows with the logarithm of the number of values', () => {
		expect(wireWidth(84)).toBeCloseTo(1.16, 2);
		expect(wireWidth(4704)).toBeCloseTo(3.48, 2);
		expect(wireWidth(1)).toBe(1);
	});
});

describe('wires that share a lane', () => {
	const back = { source: { x: 880, y: 178 }, target: { x: 28, y: 490 } };
	const shorter = { source: { x: 696, y: 178 }, target: { x: 212, y: 490 } };
	const straight = { source: { x: 144, y: 178 }, target: { x: 212, y: 178 } };

	it('take tracks of their own', () => {
		expect(assignTracks([straight, back, shorter])).toEqual([0, 0, 1]);
		expect(routeWire(shorter.source, shorter.target, 1).label.y - routeWire(shorter.source, shorter.target).label.y).toBe(8);
	});

	it('may have the same track where they do not meet', () => {
		const left = { source: { x: 116, y: 122 }, target: { x: 552, y: 122 } };
		const right = { source: { x: 852, y: 122 }, target: { x: 1288, y: 122 } };
		expect(assignTracks([left, right])).toEqual([0, 0]);
	});
});
