import type { GraphDocument, GraphNode, NodeId } from '../document.ts';
import { orderGraph } from '../query.ts';

/** Layers of two documents that are the same one: id of the first → id of the second. */
export type Matches = ReadonlyMap<NodeId, NodeId>;

/** Matches layers by id and kind, then by name and kind, then by kind in the order of the data; each layer at most once. */
export function matchNodes(a: GraphDocument, b: GraphDocument): Matches {
	const matches = new Map<NodeId, NodeId>();
	const left = new Map(inOrder(a).map((node) => [node.id, node]));
	const right = new Map(inOrder(b).map((node) => [node.id, node]));
	const pair = (keyOf: (node: GraphNode) => string): void => {
		const waiting = new Map<string, GraphNode[]>();
		for (const node of right.values()) waiting.set(keyOf(node), [...(waiting.get(keyOf(node)) ?? []), node]);
		for (const node of [...left.values()]) {
			const partner = waiting.get(keyOf(node))?.shift();
			if (!partner) continue;
			matches.set(node.id, partner.id);
			left.delete(node.id);
			right.delete(partner.id);
		}
	};
	pair(({ id, kind }) => JSON.stringify([id, kind]));
	pair(({ name, kind }) => JSON.stringify([name, kind]));
	pair(({ kind }) => kind);
	return matches;
}

function inOrder(document: GraphDocument): readonly GraphNode[] {
	const { places } = orderGraph(document);
	return [...document.nodes].sort((first, second) => (places.get(first.id) ?? 0) - (places.get(second.id) ?? 0));
}
