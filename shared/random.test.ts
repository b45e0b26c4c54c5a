import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomStream, resumeStream, shuffledIndices } from './random.ts';

const take = (stream: { nextUint32(): number }, count: number) => Array.from({ length: count }, () => stream.nextUint32());

describe('sfc32', () => {
	it('gives the numbers of the reference implementation in C', () => {
		expect(take(resumeStream([1, 2, 3, 4]), 10)).toEqual([
			7, 34, 56623200, 188882296, 3431242869, 399395954, 785775158, 3843710725, 2124393435, 4040705074,
		]);
	});

	it('goes on from a saved state as if it had not stopped', () => {
		const stream = randomStream(7, 'order');
		take(stream, 5);
		const resumed = resumeStream(stream.save());
		expect(take(resumed, 20)).toEqual(take(stream, 20));
	});
});

describe('randomStream', () => {
	it('repeats for the same seed and name', () => {
		expect(take(randomStream(1, 'weights/conv_1/kernel'), 8)).toEqual(take(randomStream(1, 'weights/conv_1/kernel'), 8));
	});

	it('differs for another seed and for another name', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 2 ** 32 - 2 }), fc.string(), fc.string(), (seed, a, b) => {
				fc.pre(a !== b);
				const first = take(randomStream(seed, a), 4);
				expect(take(randomStream(seed + 1, a), 4)).not.toEqual(first);
				expect(take(randomStream(seed, b), 4)).not.toEqual(first);
			}),
		);
	});

	it('spreads evenly over [0, 1)', () => {
		const chiSquared = (name: string): number => {
			const stream = randomStream(3, name);
			const bins = new Array<number>(10).fill(0);
			for (let draw = 0; draw < 1_000; draw++) {
				const bin = Math.floor(stream.nextUnit() * 10);
				bins[bin] = (bins[bin] ?? 0) + 1;
			}
			return bins.reduce((sum, count) => sum + (count - 100) ** 2 / 100, 0);
		};
		const results = Array.from({ length: 200 }, (_, index) => chiSquared(`stream ${index}`));
		// Ten bins have nine degrees of freedom: the mean is 9, with a deviation of √(18 / 200) = 0.3.
		expect(results.reduce((sum, value) => sum + value, 0) / 200).toBeGreaterThan(8);
		expect(Math.max(...results)).toBeLessThan(35);
	});

	it('draws every whole number below a bound', () => {
		const stream = randomStream(3, 'below');
		const drawn = new Set(Array.from({ length: 200 }, () => stream.nextBelow(7)));
		expect([...drawn].sort()).toEqual([0, 1, 2, 3, 4, 5, 6]);
	});
});

describe('shuffledIndices', () => {
	it('keeps every index once', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 2 ** 32 - 1 }), (count, seed) => {
				const order = [...shuffledIndices(count, randomStream(seed, 'order'))];
				expect(order.sort((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, index) => index));
			}),
		);
	});

	it('gives each of the six orders of three about equally often', () => {
		const counts = new Map<string, number>();
		const stream = randomStream(11, 'orders');
		for (let round = 0; round < 6_000; round++) {
			const order = shuffledIndices(3, stream).join('');
			counts.set(order, (counts.get(order) ?? 0) + 1);
		}
		expect(counts.size).toBe(6);
		for (const count of counts.values()) expect(Math.abs(count - 1_000)).toBeLessThan(120);
	});
});
