import { describe, expect, it } from 'vitest';
import { dropoutMask, gaussianNoise } from './randomMask.ts';

const key = { seed: 1, step: 0, layer: 'dropout_1' };

function mean(values: Float32Array): number {
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}

describe('a dropout mask', () => {
	it('drops its share and scales up the rest', () => {
		const mask = dropoutMask(100_000, 0.25, key);
		expect(new Set(mask)).toEqual(new Set([0, Math.fround(1 / 0.75)]));
		expect(mask.filter((value) => value === 0).length / mask.length).toBeCloseTo(0.25, 2);
		expect(mean(mask)).toBeCloseTo(1, 2);
	});

	it('is the same for the same seed, step and layer, and another where one of them differs', () => {
		const mask = dropoutMask(64, 0.5, key);
		expect(dropoutMask(64, 0.5, key)).toEqual(mask);
		for (const other of [{ seed: 2 }, { step: 1 }, { layer: 'dropout_2' }])
			expect(dropoutMask(64, 0.5, { ...key, ...other })).not.toEqual(mask);
	});
});

describe('gaussian noise', () => {
	it('has mean 0 and the deviation asked for', () => {
		const noise = gaussianNoise(100_001, 0.2, key);
		expect(mean(noise)).toBeCloseTo(0, 2);
		expect(Math.sqrt(mean(noise.map((value) => value * value)))).toBeCloseTo(0.2, 2);
		expect(noise.every((value) => Number.isFinite(value))).toBe(true);
	});
});
