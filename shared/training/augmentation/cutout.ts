import { meanOf } from './contrast.ts';
import { pixelwise } from './transformation.ts';

/**
 * Hides a square, its side the strength times the shorter side, its centre anywhere; what lies outside is cut off (DeVries and
 * Taylor 2017). The square has the mean colour of the picture, which is what says least.
 */
export const cutout = pixelwise({
	name: 'cutout',
	strength: { unit: 'share', min: 0.1, max: 0.8, step: 0.05, usual: 0.35 },
	apply: (image, strength, random, [height, width, channels]) => {
		const side = Math.max(1, Math.round(strength * Math.min(height, width)));
		const top = random.nextBelow(height) - Math.floor(side / 2);
		const left = random.nextBelow(width) - Math.floor(side / 2);
		for (let channel = 0; channel < channels; channel++) {
			const mean = meanOf(image, channel, channels);
			for (let row = Math.max(0, top); row < Math.min(height, top + side); row++) {
				for (let column = Math.max(0, left); column < Math.min(width, left + side); column++) {
					image[(row * width + column) * channels + channel] = mean;
				}
			}
		}
	},
	text: {
		label: 'Cutout',
		help: 'Hides a square of this share of the side. The network learns to recognize a thing by more than one mark.',
		caution: 'Too large for small things: a hidden digit cannot be read by anybody.',
	},
});
