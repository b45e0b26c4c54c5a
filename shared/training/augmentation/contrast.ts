import { drawBetween, pixelwise } from './transformation.ts';

/** Spreads each channel about its mean by a factor from 1 − strength to 1 + strength, as Keras's `RandomContrast` does. */
export const contrast = pixelwise({
	name: 'contrast',
	strength: { unit: 'share', min: 0.05, max: 0.9, step: 0.05, usual: 0.2 },
	apply: (image, strength, random, [, , channels]) => {
		const factor = 1 + drawBetween(random, strength);
		for (let channel = 0; channel < channels; channel++) {
			const mean = meanOf(image, channel, channels);
			for (let at = channel; at < image.length; at += channels) image[at] = mean + ((image[at] ?? 0) - mean) * factor;
		}
	},
	text: {
		label: 'Contrast',
		help: 'Pulls light and dark apart or together by up to this share, as mist and other cameras do.',
		caution: 'Too much, and pictures turn grey or lose their shades.',
	},
});

/** Mean of one channel of `[height, width, channels]`. */
export function meanOf(image: Float32Array, channel: number, channels: number): number {
	let sum = 0;
	for (let at = channel; at < image.length; at += channels) sum += image[at] ?? 0;
	return (sum * channels) / image.length;
}
