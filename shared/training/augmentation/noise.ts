import { pixelwise } from './transformation.ts';

/** Adds to every value a number of its own from the normal distribution; the strength is its standard deviation, 1 being white. */
export const noise = pixelwise({
	name: 'noise',
	strength: { unit: 'share', min: 0.01, max: 0.5, step: 0.01, usual: 0.05 },
	apply: (image, strength, random) => {
		// Two normal numbers from two uniform ones (Box and Muller 1958). 1 − u is never 0.
		for (let at = 0; at < image.length; at += 2) {
			const size = strength * 255 * Math.sqrt(-2 * Math.log(1 - random.nextUnit()));
			const angle = 2 * Math.PI * random.nextUnit();
			image[at] = (image[at] ?? 0) + size * Math.cos(angle);
			if (at + 1 < image.length) image[at + 1] = (image[at + 1] ?? 0) + size * Math.sin(angle);
		}
	},
	text: {
		label: 'Noise',
		help: 'Adds grain to every pixel, as a camera does in the dark, so that no single pixel decides.',
		caution: 'Too much hides fine detail that the classes differ in.',
	},
});
