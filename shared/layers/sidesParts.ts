import type { Sides } from '../tensor/window.ts';
import type { MessageValue } from '../text/message.ts';

/** Amounts at the four sides in few characters: `1` where all agree, else top, right, bottom, left. */
export function spellSides({ top, bottom, left, right }: Sides): MessageValue {
	return top === bottom && left === right && top === left ? top : [top, right, bottom, left].join(' ');
}
