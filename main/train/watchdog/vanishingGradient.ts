import { message } from '#shared/text/message.ts';
import type { Check } from './watch.ts';

const MEASUREMENTS = 5;
/** Early layers with gradients this much shorter than the last layer's learn next to nothing. */
const SHARE = 1e-4;

/** In each of the last measurements an early layer's gradient was thousands of times shorter than the last layer's. */
export const vanishingGradient: Check = ({ gradients }) => {
	const last = gradients.at(-1);
	if (!last || last.norms.length < MEASUREMENTS) return null;
	const reference = last.norms.slice(-MEASUREMENTS);
	const found = gradients.find(({ norms }) =>
		norms.slice(-MEASUREMENTS).every((norm, index) => norm > 0 && norm < (reference[index] ?? 0) * SHARE),
	);
	if (!found) return null;
	const times = Math.round((reference.at(-1) ?? 0) / (found.norms.at(-1) ?? 1));
	const values = { layer: found.op, last: last.op, times };
	return { advice: 'vanishingGradient', node: found.node, message: message('training.advice.vanishingGradient.text', values) };
};
