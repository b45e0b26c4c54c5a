import { blending } from './transformation.ts';

/**
 * Each picture is blended with another one of its batch. The share of the first comes from Beta(α, α) with the strength as α, and the
 * loss counts both answers by their shares (Zhang et al. 2018).
 */
export const mixup = blending({
	name: 'mixup',
	strength: { unit: 'plain', min: 0.05, max: 1, step: 0.05, usual: 0.2 },
	draw: (alpha, random) => {
		// Jöhnk 1964, in logarithms: u^(1/α) of a small α is too small for a number.
		for (;;) {
			const first = Math.log(1 - random.nextUnit()) / alpha;
			const second = Math.log(1 - random.nextUnit()) / alpha;
			const larger = Math.max(first, second);
			const sum = Math.exp(first - larger) + Math.exp(second - larger);
			if (larger + Math.log(sum) <= 0) return Math.exp(first - larger) / sum;
		}
	},
	text: {
		label: 'Mixup',
		help: 'Blends each picture with another one and asks for both answers by their shares. The larger α is, the more even the blends. It keeps the network from being too sure.',
		caution: 'Training accuracy looks worse than it is, because blends are hard; short runs may not gain from it.',
	},
});
