import type { Action } from './action.ts';
import { nudgeDown } from './nudgeDown.ts';
import { nudgeFarDown } from './nudgeFarDown.ts';
import { nudgeFarLeft } from './nudgeFarLeft.ts';
import { nudgeFarRight } from './nudgeFarRight.ts';
import { nudgeFarUp } from './nudgeFarUp.ts';
import { nudgeLeft } from './nudgeLeft.ts';
import { nudgeRight } from './nudgeRight.ts';
import { nudgeUp } from './nudgeUp.ts';

/** Small steps of the selected cards, by the arrow keys. */
export const nudging: readonly Action[] = [
	nudgeLeft,
	nudgeRight,
	nudgeUp,
	nudgeDown,
	nudgeFarLeft,
	nudgeFarRight,
	nudgeFarUp,
	nudgeFarDown,
];
