import type { GraphNode } from '../../graph/document.ts';
import type { Edit } from '../../graph/edit.ts';
import { distance } from '../../graph/place.ts';
import { reachable } from '../../graph/query.ts';
import type { GraphFacts } from '../facts.ts';
import { type NodeCore, reinfer } from '../nodeCore.ts';

/**
 * Nodes with a known size whose answer nobody takes, or only a node that fails on it: where a loose node may be hung on.
 * The nearest to `target` come first; what `target` itself leads to is left out, because that would make a loop.
 */
export function openEnds(facts: GraphFacts, target: GraphNode): readonly GraphNode[] {
	const after = reachable(facts.document, [target.id], 'down');
	return facts.document.nodes
		.filter((node) => {
			const core = facts.cores.get(node.id);
			if (!core?.output || core.definition?.outputs.length !== 1 || after.has(node.id)) return false;
			const out = facts.index.outgoing.get(node.id) ?? [];
			return out.every((edge) => facts.statuses.get(edge.target) === 'error');
		})
		.sort((a, b) => distance(a.position, target.position) - distance(b.position, target.position));
}

/** The node as it would be with `source` on its only input; `null` where that makes an error. */
export function tryAfter(facts: GraphFacts, source: GraphNode, target: GraphNode): NodeCore | null {
	const core = facts.cores.get(target.id);
	const shape = facts.cores.get(source.id)?.output;
	if (core?.definition?.inputs.length !== 1 || !shape) return null;
	const after = reinfer(core, { missing: [], inputs: [shape], fields: [null] });
	return after.output && !after.problems.some((problem) => problem.severity === 'error') ? after : null;
}

export function connectEdit(facts: GraphFacts, source: GraphNode, target: GraphNode): Edit | null {
	const output = facts.cores.get(source.id)?.definition?.outputs[0];
	const input = facts.cores.get(target.id)?.definition?.inputs[0];
	if (!output || !input) return null;
	return { kind: 'connect', edge: { source: source.id, sourcePort: output.name, target: target.id, targetPort: input.name } };
}
