import { pictureOf } from '../graph/cards.ts';
import type { GraphDocument, GraphEdge, GraphNode, NodeId } from '../graph/document.ts';
import { applyEdits, type Edit } from '../graph/edit.ts';
import { CARD, makeRoomOnWire, placeAfter, type Room, slideRight } from '../graph/place.ts';
import { findNode, incomingEdges, outgoingEdges } from '../graph/query.ts';

/** Gives the layers that `before` did not have a place on the canvas: behind their input, or in front of what they were put before. */
export function placeNew(document: GraphDocument, before: GraphDocument): readonly Edit[] {
	const isOld = new Set(before.nodes.map((node) => node.id));
	const placed = new Set(isOld);
	const edits: Edit[] = [];
	// Unplaced cards are kept out of the way of those that are placed meanwhile.
	let next: GraphDocument = { ...document, nodes: document.nodes.filter((node) => isOld.has(node.id)) };
	for (const node of document.nodes) {
		if (isOld.has(node.id)) continue;
		const onward = outgoingEdges(document, node.id).find((edge) => isOld.has(edge.target));
		const source = incomingEdges(document, node.id)
			.map((edge) => edge.source)
			.find((id) => placed.has(id));
		const room = roomFor(next, node, source, onward);
		const made: readonly Edit[] = [...room.edits, { kind: 'moveNodes', positions: { [node.id]: room.position } }];
		edits.push(...made);
		next = applyEdits({ ...next, nodes: [...next.nodes, node] }, made);
		placed.add(node.id);
	}
	for (const group of document.groups) {
		if (before.groups.some(({ id }) => id === group.id)) continue;
		const first = next.nodes.find((node) => node.group === group.id);
		if (first) edits.push({ kind: 'setGroup', group: group.id, changes: { position: first.position } });
	}
	return edits;
}

function roomFor(document: GraphDocument, { group }: GraphNode, source: NodeId | undefined, onward: GraphEdge | undefined): Room {
	const start = source === undefined ? undefined : findNode(document, source);
	const picture = pictureOf(document, group);
	const behind = start ? placeAfter(document, start.id, picture) : slideRight(document, { x: 0, y: 0 }, picture);
	const isNextToSource = start !== undefined && behind.x === start.position.x + CARD.columnStep;
	return onward && !isNextToSource ? makeRoomOnWire(document, onward, group) : { position: behind, edits: [] };
}
