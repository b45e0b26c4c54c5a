import { drawBetween, pixelwise } from './transformation.ts';

/** Adds the same to every value: at most the strength times the range from black to white, as Keras's `RandomBrightness` does. */
export const brightness = pixelwise({
	name: 'brightness',
	strength: { unit: 'share', min: 0.05, max: 0.8, step: 0.05, usual: 0.15 },
	apply: (image, strength, random) => {
		const change = drawBetween(random, strength * 255);
		for (let at = 0; at < image.length; at++) image[at] = (image[at] ?? 0) + change;
	},
	text: {
		label: 'Brightness',
		help: 'Makes the whole picture lighter or darker by up to this share of the range from black to white.',
		caution: 'Harms where brightness itself tells the classes apart, such as day and night.',
	},
});
