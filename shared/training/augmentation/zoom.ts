import { drawBetween, geometric } from './transformation.ts';

/** Enlarges or shrinks about the centre: by a factor from 1 − strength to 1 + strength. */
export const zoom = geometric({
	name: 'zoom',
	strength: { unit: 'share', min: 0.05, max: 0.8, step: 0.05, usual: 0.15 },
	draw: (strength, random) => {
		const factor = 1 + drawBetween(random, strength);
		return { xx: 1 / factor, xy: 0, dx: 0, yx: 0, yy: 1 / factor, dy: 0 };
	},
	text: {
		label: 'Zoom',
		help: 'Enlarges or shrinks the picture by up to this share, for things that are nearer or further away.',
		caution: 'Harms where size tells the classes apart, such as coins.',
	},
});
