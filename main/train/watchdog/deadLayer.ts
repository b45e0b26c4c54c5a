import { message } from '#shared/text/message.ts';
import type { Check } from './watch.ts';

const MEASUREMENTS = 3;

/** A layer that no gradient reaches at all: every unit behind it answers 0 to every image, as dead ReLUs do. */
export const deadLayer: Check = ({ gradients }) => {
	const isDead = (norms: readonly number[]): boolean =>
		norms.length >= MEASUREMENTS && norms.slice(-MEASUREMENTS).every((norm) => norm === 0);
	// The last of them is nearest to the cause.
	const found = gradients.filter(({ norms }) => isDead(norms)).at(-1);
	if (!found) return null;
	return { advice: 'deadLayer', node: found.node, message: message('training.advice.deadLayer.text', { layer: found.op }) };
};
