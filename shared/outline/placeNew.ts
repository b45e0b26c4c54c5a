import type { GraphDocument } from '../graph/document.ts';
import { applyEdits, type Edit } from '../graph/edit.ts';
import { makeRoomBefore, placeAfter, slideRight } from '../graph/place.ts';
import { findNode, incomingEdges, outgoingEdges } from '../graph/query.ts';

/** Gives the layers that `before` did not have a place on the canvas: in front of what they were put before, else behind their input. */
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
		const room = targetNode
			? makeRoomBefore(next, targetNode)
			: { position: sourceNode ? placeAfter(next, sourceNode) : slideRight(next, { x: 0, y: 0 }), moved: {} };
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
