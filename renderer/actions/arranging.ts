import type { Action } from './action.ts';
import { alignBottom } from './alignBottom.ts';
import { alignCentre } from './alignCentre.ts';
import { alignLeft } from './alignLeft.ts';
import { alignMiddle } from './alignMiddle.ts';
import { alignRight } from './alignRight.ts';
import { alignTop } from './alignTop.ts';
import { distributeAcross } from './distributeAcross.ts';
import { distributeDown } from './distributeDown.ts';
import { tidySelection } from './tidySelection.ts';

/** What can be done with several cards together; the menu of a card has them in a menu of their own. */
export const arranging: readonly Action[] = [
	tidySelection,
	alignLeft,
	alignCentre,
	alignRight,
	alignTop,
	alignMiddle,
	alignBottom,
	distributeAcross,
	distributeDown,
];
