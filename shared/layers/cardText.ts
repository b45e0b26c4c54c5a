import type { PaddingMode, Pair } from '../tensor/window.ts';
import type { Message, MessageValue } from '../text/message.ts';

/** A window as its field shows it, width first: `[5, 3]` → 3 × 5. */
export function spellWindow([height, width]: Pair): MessageValue {
	return [width, height];
}

/** Strides in one number where both agree: `2`, else width × height. */
export function spellStrides([height, width]: Pair): MessageValue {
	return height === width ? height : [width, height];
}

/** How a window goes over its map, for cards that word it as `{padding}{isStrided, select, yes { ÷{strides}} other {}}`. */
export function slidingCardValues({
	padding,
	strides,
}: {
	readonly padding: PaddingMode;
	readonly strides: Pair;
}): NonNullable<Message['values']> {
	return { padding, isStrided: strides[0] > 1 || strides[1] > 1 ? 'yes' : 'no', strides: spellStrides(strides) };
}
