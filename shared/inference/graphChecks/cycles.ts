import type { GraphEdge, NodeId } from '../../graph/document.ts';
import { closingEdges } from '../../graph/query.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { atNode, type GraphFacts, repair, report } from '../facts.ts';

/** Data must flow from input to output: a loop would wait for its own answer. */
export function checkCycles(facts: GraphFacts): readonly Diagnostic[] {
	return facts.cycles.flatMap((cycle) => {
		const [first] = cycle;
		const node = first && facts.index.nodes.get(first);
		if (!node) return [];
		const closing = closingEdges(facts.document, cycle);
		const [edge] = closing;
		const way = edge ? shortestLoop(facts, edge) : [];
		const path = [...way, ...way.slice(0, 1)].map((id) => nameOf(facts, id)).join(' → ');
		const values = { node: node.name, path, count: way.length };
		const cut = edge
			? [
					repair(
						'cutLoop',
						{ count: closing.length, from: nameOf(facts, edge.source), to: nameOf(facts, edge.target) },
						closing.map((wire) => ({ kind: 'disconnect', edge: wire })),
					),
				]
			: [];
		return [report('cycle', 'error', atNode(node.id), values, { fixes: cut })];
	});
}

function nameOf(facts: GraphFacts, id: NodeId): string {
	return facts.index.nodes.get(id)?.name ?? id;
}

/** Nodes of the shortest loop that a wire closes, from the wire's end round to its beginning. */
function shortestLoop(facts: GraphFacts, closing: GraphEdge): readonly NodeId[] {
	const cameFrom = new Map<NodeId, NodeId | null>([[closing.target, null]]);
	for (const id of cameFrom.keys()) {
		if (id === closing.source) break;
		for (const edge of facts.index.outgoing.get(id) ?? []) if (!cameFrom.has(edge.target)) cameFrom.set(edge.target, id);
	}
	const way: NodeId[] = [];
	for (let id: NodeId | null | undefined = closing.source; id !== null && id !== undefined; id = cameFrom.get(id)) way.unshift(id);
	return way;
}
