import { type Card, cardOf, cardsIn, moveCards, pictureOf } from './cards.ts';
import type { GraphDocument, GraphEdge, GraphNode, GroupId, NodeId, Position } from './document.ts';
import type { Edit } from './edit.ts';

/** Size of a card and the steps between cards, in canvas pixels. The renderer draws with the same numbers. */
export const CARD = { width: 116, height: 216, columnStep: 184, rowStep: 312 } as const;

/** Room for one more card, and the edits that make it: cards that stood in the way move. */
export interface Room {
	readonly position: Position;
	readonly edits: readonly Edit[];
}

function overlaps(a: Position, b: Position): boolean {
	return Math.abs(a.x - b.x) < CARD.width && Math.abs(a.y - b.y) < CARD.height;
}

/** True where no card of the picture of `place` would be covered. */
export function isFree(document: GraphDocument, position: Position, place?: GroupId): boolean {
	return !cardsIn(document, place).some((card) => overlaps(card.position, position));
}

/** Cards whose rows overlap. */
function isInRow({ position }: Card, y: number): boolean {
	return Math.abs(position.y - y) < CARD.height;
}

/**
 * A place just before `target` in its row: the free column to its left, else its own place, with the card and all that stand to its
 * right moved on by one column. Only the picture of `place` counts: what lies in other groups may have the same positions.
 */
function makeRoomBefore(document: GraphDocument, target: Card, place: GroupId | undefined): Room {
	const { x, y } = target.position;
	const left = { x: x - CARD.columnStep, y };
	const cards = cardsIn(document, place);
	if (isFree(document, left, place)) return { position: left, edits: [] };
	const behind = cards.filter((card) => isInRow(card, y) && card.position.x >= x);
	return { position: target.position, edits: moveCards(behind, () => ({ x: CARD.columnStep, y: 0 })) };
}

/** Room on a wire for a card that is to lie in the group `home`: before what stands at its end, or after its start where that is outside. */
export function makeRoomOnWire(document: GraphDocument, wire: GraphEdge, home: GroupId | undefined): Room {
	const picture = pictureOf(document, home);
	const target = cardOf(document, wire.target, picture);
	if (target) return makeRoomBefore(document, target, picture);
	return { position: placeAfter(document, wire.source, picture), edits: [] };
}

/** The first free place to the right of a layer's card in the picture of `place`, in its row. */
export function placeAfter(document: GraphDocument, source: NodeId, place?: GroupId): Position {
	const { x, y } = cardOf(document, source, place)?.position ?? { x: -CARD.columnStep, y: 0 };
	return slideRight(document, { x: x + CARD.columnStep, y }, place);
}

/** `position`, or the nearest place to its right where no card of the picture of `place` stands. */
export function slideRight(document: GraphDocument, position: Position, place?: GroupId): Position {
	let { x } = position;
	const row = cardsIn(document, place)
		.filter((card) => isInRow(card, position.y))
		.sort((a, b) => a.position.x - b.position.x);
	for (const card of row) {
		if (overlaps(card.position, { x, y: position.y })) x = card.position.x + CARD.columnStep;
	}
	return { x, y: position.y };
}

/** Left to right, row by row: the order in which people read cards. */
export function readingOrder(a: Pick<GraphNode, 'position'>, b: Pick<GraphNode, 'position'>): number {
	if (Math.abs(a.position.y - b.position.y) >= CARD.height / 2) return a.position.y - b.position.y;
	return a.position.x - b.position.x;
}

export function distance(a: Position, b: Position): number {
	return Math.hypot(a.x - b.x, a.y - b.y);
}
