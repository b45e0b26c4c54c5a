import { drawBetween, geometric } from './transformation.ts';

/** Turns about the centre, by at most the strength in degrees either way. */
export const rotate = geometric({
	name: 'rotate',
	strength: { unit: 'degrees', min: 1, max: 180, step: 1, usual: 10 },
	draw: (strength, random) => {
		const angle = (drawBetween(random, strength) * Math.PI) / 180;
		const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
		return { xx: cos, xy: sin, dx: 0, yx: -sin, yy: cos, dy: 0 };
	},
	text: {
		label: 'Rotate',
		help: 'Turns the picture by up to this angle either way, for cameras that are not held straight.',
		caution: 'Harms where a turned thing is another one: a 6 on its head is a 9.',
	},
});
