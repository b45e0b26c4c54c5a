import type { GraphDocument, GraphNode } from '../graph/document.ts';
import { applyEdits, type Edit } from '../graph/edit.ts';
import { CARD, makeRoomBefore, placeAfter, type Room, slideRight } from '../graph/place.ts';
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
		const target = outgoingEdges(document, node.id)
			.map((edge) => edge.target)
			.find((id) => isOld.has(id));
		const source = incomingEdges(document, node.id)
			.map((edge) => edge.source)
			.find((id) => placed.has(id));
		const [sourceNode, targetNode] = [source, target].map((id) => (id === undefined ? undefined : findNode(next, id)));
		const room = roomBetween(next, sourceNode, targetNode);
		const positions = { ...room.moved, [node.id]: room.position };
		edits.push({ kind: 'moveNodes', positions });
		next = applyEdits({ ...next, nodes: [...next.nodes, node] }, [{ kind: 'moveNodes', positions }]);
		placed.add(node.id);
	}
	for (const group of document.groups) {
		if (before.groups.some(({ id }) => id === group.id)) continue;
		const first = next.nodes.find((node) => node.group === group.id);
		if (first) edits.push({ kind: 'setGroup', group: group.id, changes: { position: first.position } });
	}
	return edits;
}

function roomBetween(document: GraphDocument, source: GraphNode | undefined, target: GraphNode | undefined): Room {
	const behind = source ? placeAfter(document, source) : slideRight(document, { x: 0, y: 0 });
	const isNextToSource = source !== undefined && behind.x === source.position.x + CARD.columnStep;
	return target && !isNextToSource ? makeRoomBefore(document, target) : { position: behind, moved: {} };
}
