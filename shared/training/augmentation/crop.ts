import { drawBetween, geometric } from './transformation.ts';

/** Cuts out a window with sides of 1 − strength to 1 of the picture's, anywhere inside it, and scales it to full size. */
export const crop = geometric({
	name: 'crop',
	strength: { unit: 'share', min: 0.05, max: 0.8, step: 0.05, usual: 0.2 },
	draw: (strength, random, [height, width]) => {
		const side = 1 - random.nextUnit() * strength;
		const dx = drawBetween(random, ((1 - side) * width) / 2);
		const dy = drawBetween(random, ((1 - side) * height) / 2);
		return { xx: side, xy: 0, dx, yx: 0, yy: side, dy };
	},
	text: {
		label: 'Crop',
		help: 'Cuts off up to this share of each side, at random, and enlarges what is left. The network learns to go by parts.',
		caution: 'Too much, and what names the picture is cut away.',
	},
});
