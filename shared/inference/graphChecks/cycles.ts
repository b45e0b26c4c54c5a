import type { GraphEdge, NodeId } from '../../graph/document.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { atNode, type GraphFacts, repair, report } from '../facts.ts';

/** Data must flow from input to output: a loop would wait for its own answer. */
export function checkCycles(facts: GraphFacts): readonly Diagnostic[] {
	return facts.cycles.flatMap((cycle) => {
		const [first] = cycle;
		const node = first && facts.index.nodes.get(first);
		if (!node) return [];
		const closing = closingEdges(facts, cycle);
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

/**
 * Wires whose removal opens every loop of the component: those that lead back to a node still on the way of a
 * depth-first walk. The walk begins where the outside feeds the loop, so that the wire back to there is cut.
 */
export function closingEdges(facts: Pick<GraphFacts, 'index'>, cycle: readonly NodeId[]): readonly GraphEdge[] {
	const members = new Set(cycle);
	const { incoming, outgoing } = facts.index;
	const isEntry = (id: NodeId) => (incoming.get(id) ?? []).some((edge) => !members.has(edge.source));
	const starts = [...cycle].sort((a, b) => Number(isEntry(b)) - Number(isEntry(a)));
	const done = new Set<NodeId>();
	const onWay = new Set<NodeId>();
	const closing: GraphEdge[] = [];
	for (const start of starts) {
		if (done.has(start)) continue;
		const way: { readonly id: NodeId; next: number }[] = [{ id: start, next: 0 }];
		onWay.add(start);
		for (let top = way.at(-1); top; top = way.at(-1)) {
			const edge = (outgoing.get(top.id) ?? [])[top.next++];
			if (!edge) {
				onWay.delete(top.id);
				done.add(top.id);
				way.pop();
			} else if (onWay.has(edge.target)) {
				closing.push(edge);
			} else if (members.has(edge.target) && !done.has(edge.target)) {
				onWay.add(edge.target);
				way.push({ id: edge.target, next: 0 });
			}
		}
	}
	return closing;
}
