import { message } from '#shared/text/message.ts';
import type { Check } from './watch.ts';

/** Measurements in a row in which a unit got no gradient at all; single batches may leave one out. */
export const SILENT_MEASUREMENTS = 5;
/** A few dead units are common and harmless; half of a layer is not. */
const SHARE = 0.5;
const FEWEST_UNITS = 4;

/** Half of a layer's units, or more, answer 0 to every image: dead ReLUs, which never come back. A layer that is all silent is told by `deadLayer`. */
export const deadUnits: Check = ({ gradients }) => {
	const found = gradients.find(
		({ norms, units, silent }) => units >= FEWEST_UNITS && silent >= units * SHARE && silent < units && (norms.at(-1) ?? 0) > 0,
	);
	if (!found) return null;
	const values = { layer: found.op, silent: found.silent, units: found.units };
	return { advice: 'deadUnits', node: found.node, message: message('training.advice.deadUnits.text', values) };
};
