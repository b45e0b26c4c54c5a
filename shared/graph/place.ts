import type { GraphDocument, GraphNode, NodeId, Position } from './document.ts';

/** Size of a card and the steps between cards, in canvas pixels. The renderer draws with the same numbers. */
export const CARD = { width: 116, height: 216, columnStep: 184, rowStep: 312 } as const;

/** Room for one more card, and what has to move for it. */
export interface Room {
	readonly position: Position;
	/** New positions of cards that stood in the way; empty where there was room. */
	readonly moved: Readonly<Record<NodeId, Position>>;
}

function overlaps(a: Position, b: Position): boolean {
	return Math.abs(a.x - b.x) < CARD.width && Math.abs(a.y - b.y) < CARD.height;
}

/** Cards whose rows overlap. */
function isInRow(node: GraphNode, y: number): boolean {
	return Math.abs(node.position.y - y) < CARD.height;
}

/**
 * A place just before `target` in its row: the free column to its left, else its own place, with the card and all
 * that stand to its right moved on by one column.
 */
export function makeRoomBefore(document: GraphDocument, target: GraphNode): Room {
	const { x, y } = target.position;
	const left = { x: x - CARD.columnStep, y };
	if (!document.nodes.some((node) => overlaps(node.position, left))) return { position: left, moved: {} };
	const moved: Record<NodeId, Position> = {};
	for (const node of document.nodes) {
		if (isInRow(node, y) && node.position.x >= x) moved[node.id] = { x: node.position.x + CARD.columnStep, y: node.position.y };
	}
	return { position: { x, y }, moved };
}

/** The first free place to the right of a card, in its row. */
export function placeAfter(document: GraphDocument, source: GraphNode): Position {
	const position = { x: source.position.x + CARD.columnStep, y: source.position.y };
	return slideRight(document, position);
}

/** `position`, or the nearest place to its right where no card stands. */
export function slideRight(document: GraphDocument, position: Position): Position {
	let { x } = position;
	const row = document.nodes.filter((node) => isInRow(node, position.y)).sort((a, b) => a.position.x - b.position.x);
	for (const node of row) {
		if (overlaps(node.position, { x, y: position.y })) x = node.position.x + CARD.columnStep;
	}
	return { x, y: position.y };
}

/** Left to right, row by row: the order in which people read cards. */
export function readingOrder(a: GraphNode, b: GraphNode): number {
	if (Math.abs(a.position.y - b.position.y) >= CARD.height / 2) return a.position.y - b.position.y;
	return a.position.x - b.position.x;
}

export function distance(a: Position, b: Position): number {
	return Math.hypot(a.x - b.x, a.y - b.y);
}
