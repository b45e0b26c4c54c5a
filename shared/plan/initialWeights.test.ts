import { describe, expect, it } from 'vitest';
import type { Initializer } from '../layers/defineLayer.ts';
import { randomStream } from '../random.ts';
import { draw } from './initialWeights.ts';

const COUNT = 50_000;
const values = (initializer: Initializer) => draw(initializer, COUNT, randomStream(1, 'test'));

function mean(list: Float32Array): number {
	return list.reduce((sum, value) => sum + value, 0) / list.length;
}

function deviation(list: Float32Array): number {
	const middle = mean(list);
	return Math.sqrt(list.reduce((sum, value) => sum + (value - middle) ** 2, 0) / list.length);
}

describe('draw', () => {
	it('fills with zeros, ones and constants', () => {
		expect(draw({ kind: 'zeros' }, 3, randomStream(1, ''))).toEqual(Float32Array.of(0, 0, 0));
		expect(draw({ kind: 'ones' }, 2, randomStream(1, ''))).toEqual(Float32Array.of(1, 1));
		expect(draw({ kind: 'constant', value: 0.25 }, 2, randomStream(1, ''))).toEqual(Float32Array.of(0.25, 0.25));
	});

	// Keras: limit = sqrt(6 / (fan_in + fan_out)) for Glorot, sqrt(6 / fan_in) for He.
	it('draws Glorot uniform within ±√(6 / (25 + 150))', () => {
		const drawn = values({ kind: 'glorotUniform', fanIn: 25, fanOut: 150 });
		expect(Math.max(...drawn.map(Math.abs))).toBeLessThanOrEqual(0.18517);
		expect(deviation(drawn)).toBeCloseTo(0.18516402 / Math.sqrt(3), 3);
		expect(mean(drawn)).toBeCloseTo(0, 2);
	});

	it('draws He uniform within ±√(6 / 54)', () => {
		expect(Math.max(...values({ kind: 'heUniform', fanIn: 54 }).map(Math.abs))).toBeCloseTo(1 / 3, 3);
	});

	// Keras: truncated normal whose deviation after the cut is sqrt(2 / fan_in); the cut is at 2 / 0.8796 of it.
	it('draws He normal with deviation √(2 / 50), cut at two deviations of the parent', () => {
		const drawn = values({ kind: 'heNormal', fanIn: 50 });
		expect(deviation(drawn)).toBeCloseTo(0.2, 2);
		expect(Math.max(...drawn.map(Math.abs))).toBeLessThanOrEqual(0.45474);
		expect(Math.max(...drawn.map(Math.abs))).toBeGreaterThan(0.45);
	});

	it('draws Glorot normal with deviation √(2 / (30 + 20))', () => {
		expect(deviation(values({ kind: 'glorotNormal', fanIn: 30, fanOut: 20 }))).toBeCloseTo(0.2, 2);
	});
});
