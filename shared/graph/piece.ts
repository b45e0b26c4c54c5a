import type { GraphDocument, NodeId, Position } from './document.ts';
import { applyEdits, type Edit } from './edit.ts';
import { freshName, freshNodeId } from './ids.ts';

/** A part of a document as a document of its own: the nodes and the wires among them. It can be saved, sent as text and inserted elsewhere. */
export function takePiece(document: GraphDocument, nodes: Iterable<NodeId>): GraphDocument {
	const taken = new Set(nodes);
	return {
		...document,
		nodes: document.nodes.filter((node) => taken.has(node.id)).map(({ group: _, ...node }) => node),
		edges: document.edges.filter((edge) => taken.has(edge.source) && taken.has(edge.target)),
		groups: [],
		notes: [],
	};
}

/** The edits that bring the nodes and wires of `piece` into `document` under fresh ids and names, moved by `offset`. */
export function insertPiece(
	document: GraphDocument,
	piece: Pick<GraphDocument, 'nodes' | 'edges'>,
	offset: Position,
): { readonly edits: readonly Edit[]; readonly nodes: readonly NodeId[] } {
	const ids = new Map<NodeId, NodeId>();
	const edits: Edit[] = [];
	let next = document;
	for (const node of piece.nodes) {
		const copy = {
			...node,
			id: freshNodeId(next, node.kind),
			name: next.nodes.some((other) => other.name === node.name) ? freshName(next, node.name) : node.name,
			position: { x: node.position.x + offset.x, y: node.position.y + offset.y },
		};
		ids.set(node.id, copy.id);
		const added: Edit = { kind: 'addNode', node: copy };
		next = applyEdits(next, [added]);
		edits.push(added);
	}
	for (const edge of piece.edges) {
		const source = ids.get(edge.source);
		const target = ids.get(edge.target);
		if (source && target) edits.push({ kind: 'connect', edge: { ...edge, source, target } });
	}
	return { edits, nodes: [...ids.values()] };
}
