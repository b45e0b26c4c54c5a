import { CARD } from '../graph/place.ts';

/** Height of the ports: the middle of the picture on the card. */
export const PORT_Y = 122;

/** Space between a region's border and the cards in it. */
export const REGION_PADDING = { side: 24, top: 40, bottom: 16 } as const;

/** Distance between two ports on the same side of a card. */
const PORT_GAP = 32;

/** Heights of a side's ports, from the top of the card: one at the middle of the picture, more spread around it. */
export function portHeights(count: number): readonly number[] {
	return Array.from({ length: count }, (_, index) => PORT_Y + (index - (count - 1) / 2) * PORT_GAP);
}

export const CARD_SIZE = { width: CARD.width, height: CARD.height } as const;

/** The place at a group's border where a wire comes in or leaves. */
export const STUB_SIZE = { width: CARD.width, height: 44 } as const;
