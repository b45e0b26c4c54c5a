import type { NodeId } from '../../graph/document.ts';
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
		const names = cycle.map((id) => facts.index.nodes.get(id)?.name ?? id);
		const values = { node: node.name, path: [...names, names[0] ?? ''].join(' → '), count: cycle.length };
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
