import type { Pair } from '../tensor/window.ts';
import type { MessageValue } from '../text/message.ts';

/** A window as its field shows it, width first: `[5, 3]` → 3 × 5. */
export function spellWindow([height, width]: Pair): MessageValue {
	return [width, height];
}

/** Strides in one number where both agree: `2`, else width × height. */
export function spellStrides([height, width]: Pair): MessageValue {
	return height === width ? height : [width, height];
}

export function isStrided([height, width]: Pair): boolean {
	return height > 1 || width > 1;
}
