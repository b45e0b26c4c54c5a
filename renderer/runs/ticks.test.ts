import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { epochTicks, fitAxis } from './ticks.ts';

describe('the loss axis', () => {
	it('goes in powers of ten over a wide range', () => {
		expect(fitAxis('loss', [0.0015, 0.8])).toEqual({ min: 0.001, max: 1, ticks: [0.001, 0.01, 0.1, 1] });
	});

	it('goes in 1, 2, 5 where the values lie close', () => {
		expect(fitAxis('loss', [0.08, 0.45])).toEqual({ min: 0.05, max: 0.5, ticks: [0.05, 0.1, 0.2, 0.5] });
	});

	it('holds a single value between two lines', () => {
		expect(fitAxis('loss', [1])).toEqual({ min: 1, max: 2, ticks: [1, 2] });
	});

	it('holds every value', () => {
		fc.assert(
			fc.property(fc.array(fc.double({ min: 1e-7, max: 1e30, noNaN: true }), { minLength: 1 }), (values) => {
				const { min, max, ticks } = fitAxis('loss', values);
				expect(min).toBeLessThanOrEqual(Math.min(...values) * (1 + 1e-8));
				expect(max).toBeGreaterThanOrEqual(Math.max(...values) * (1 - 1e-8));
				expect(min).toBeLessThan(max);
				expect(ticks.length).toBeLessThanOrEqual(7);
			}),
		);
	});
});

describe('the accuracy axis', () => {
	it('ends at 100 % and begins below the lowest value', () => {
		expect(fitAxis('accuracy', [0.905, 0.998])).toEqual({ min: 0.9, max: 1, ticks: [0.9, 0.95, 1] });
	});

	it('lays a flat line into its middle', () => {
		expect(fitAxis('accuracy', [0.5, 0.5])).toEqual({ min: 0.48, max: 0.52, ticks: [0.48, 0.5, 0.52] });
	});

	it('never leaves 0 to 1', () => {
		fc.assert(
			fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1 }), (values) => {
				const { min, max, ticks } = fitAxis('accuracy', values);
				expect(min).toBeGreaterThanOrEqual(0);
				expect(max).toBeLessThanOrEqual(1.0001);
				expect(min).toBeLessThanOrEqual(Math.min(...values) + 1e-9);
				expect(max).toBeGreaterThanOrEqual(Math.max(...values) - 1e-9);
				expect(ticks.length).toBeLessThanOrEqual(7);
			}),
		);
	});
});

describe('the epoch axis', () => {
	it('marks whole epochs only', () => {
		expect(epochTicks(1, 5)).toEqual([1, 2, 3, 4, 5]);
		expect(epochTicks(1, 16)).toEqual([1, 2, 4, 6, 8, 10, 12, 14, 16]);
		expect(epochTicks(0, 1)).toEqual([0, 1]);
		expect(epochTicks(2.3, 4.8)).toEqual([3, 4]);
	});
});
