import { expect, it } from 'vitest';
import { normalQuantile } from './normalQuantile.ts';

/** Values of Python's `statistics.NormalDist().inv_cdf`. */
const table: readonly [share: number, value: number][] = [
	[0.5, 0],
	[0.975, 1.9599639845400536],
	[0.025, -1.9599639845400538],
	[0.9, 1.2815515655446008],
	[0.0227501319, -2.000000000892357],
	[1e-10, -6.361340902404056],
	[0.999999, 4.753424308817089],
];

for (const [share, value] of table) {
	it(`finds ${value} below which a share of ${share} lies`, () => {
		expect(normalQuantile(share)).toBeCloseTo(value, 12);
	});
}
