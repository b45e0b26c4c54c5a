import { identity } from './affine.ts';
import { geometric } from './transformation.ts';

/** Left and right change places, with the strength as probability. */
export const flip = geometric({
	name: 'flip',
	strength: { unit: 'share', min: 0.05, max: 1, step: 0.05, usual: 0.5 },
	draw: (strength, random) => (random.nextUnit() < strength ? { ...identity, xx: -1 } : identity),
	text: {
		label: 'Flip',
		help: 'Mirrors this share of the pictures left to right. A cat that looks the other way is still a cat.',
		caution: 'Harms where left and right mean something: a mirrored 2 is no digit, a mirrored b is a d.',
	},
});
