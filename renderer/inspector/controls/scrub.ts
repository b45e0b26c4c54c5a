import { stepNumber } from '../readNumber.ts';

/** Pixels of the screen for one step. */
const PX_PER_STEP = 4;
/** With Shift, as for arrow keys and the wheel. */
const COARSE = 10;
/** With Ctrl, or ⌘ on a Mac. */
const FINE = 0.25;

export interface Bounds {
	readonly min: number;
	readonly max: number;
	readonly step: number;
}

type Held = Pick<MouseEvent, 'shiftKey' | 'ctrlKey' | 'metaKey'>;

/** A number that is dragged: where it began, and how many steps it has come, in parts of steps too. */
export interface Scrub extends Bounds {
	readonly from: number;
	readonly steps: number;
}

/** After `dx` more pixels to the right. At a bound it stops, so that the way back answers at once. */
export function scrubOn(scrub: Scrub, dx: number, { shiftKey, ctrlKey, metaKey }: Held): Scrub {
	const pace = shiftKey ? COARSE : ctrlKey || metaKey ? FINE : 1;
	const { from, min, max, step } = scrub;
	const steps = scrub.steps + (dx / PX_PER_STEP) * pace;
	return { ...scrub, steps: Math.min(Math.max(steps, (min - from) / step), (max - from) / step) };
}

export function scrubbedValue({ from, steps, ...bounds }: Scrub): number {
	return stepNumber(from, Math.trunc(steps) * bounds.step, bounds);
}
