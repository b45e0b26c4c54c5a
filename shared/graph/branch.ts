import { cardsIn } from './cards.ts';
import type { GraphDocument, GroupId, NodeId, Position } from './document.ts';
import type { Edit } from './edit.ts';
import { type InsertedPiece, insertPiece, takePiece } from './piece.ts';
import { CARD, isFree } from './place.ts';

/**
 * Copies layers onto a parallel branch: the copies, moved by `offset`, are fed by what feeds the originals and feed nobody yet.
 * Groups that are taken whole are copied with their layers.
 */
export function branchOff(document: GraphDocument, nodes: Iterable<NodeId>, offset: Position, into?: GroupId): InsertedPiece {
	const piece = takePiece(document, nodes, into);
	const inserted = insertPiece(document, piece, offset, into);
	const copies = new Map(piece.nodes.map(({ id }, index) => [id, inserted.nodes[index]]));
	const wires = document.edges.flatMap((edge): readonly Edit[] => {
		const target = copies.get(edge.target);
		return target === undefined || copies.has(edge.source) ? [] : [{ kind: 'connect', edge: { ...edge, target } }];
	});
	return { ...inserted, edits: [...inserted.edits, ...wires] };
}

const GAP = 32;

/** How far down a copy of the cards of a piece goes so that they cover no other in the picture of `place`. */
export function roomBelow(document: GraphDocument, nodes: Iterable<NodeId>, place?: GroupId): Position {
	const cards = cardsIn(takePiece(document, nodes, place), undefined);
	const top = Math.min(...cards.map(({ position }) => position.y));
	const bottom = Math.max(...cards.map(({ position }) => position.y)) + CARD.height;
	const step = bottom - top + GAP;
	let y = step;
	while (cards.some(({ position }) => !isFree(document, { x: position.x, y: position.y + y }, place))) y += step;
	return { x: 0, y };
}
