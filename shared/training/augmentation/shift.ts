import { identity } from './affine.ts';
import { drawBetween, geometric } from './transformation.ts';

/** Moves by whole pixels, at most the strength times the side either way: nothing is blurred. */
export const shift = geometric({
	name: 'shift',
	strength: { unit: 'share', min: 0.02, max: 0.5, step: 0.02, usual: 0.1 },
	draw: (strength, random, [height, width]) => ({
		...identity,
		dx: Math.round(drawBetween(random, strength * width)),
		dy: Math.round(drawBetween(random, strength * height)),
	}),
	text: {
		label: 'Shift',
		help: 'Moves the picture by up to this share of its side, so that it does not matter where in the picture a thing is.',
		caution: 'Too far, and the thing is moved out of the picture.',
	},
});
