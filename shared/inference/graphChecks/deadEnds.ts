import { reachable } from '../../graph/query.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { atNode, type GraphFacts, repair, report } from '../facts.ts';

/** The input feeds it, but its answer goes nowhere while another path reaches the output: left out of training. */
export function checkDeadEnds(facts: GraphFacts): readonly Diagnostic[] {
	if (!facts.sinks.some((sink) => facts.included.has(sink.id))) return [];
	const fed = reachable(
		facts.document,
		facts.sources.map((source) => source.id),
		'down',
	);
	return facts.document.nodes
		.filter((node) => fed.has(node.id) && !facts.included.has(node.id) && !facts.index.outgoing.has(node.id))
		.map((node) => {
			const fix = repair('deleteNode', { node: node.name }, [{ kind: 'removeNodes', nodes: [node.id] }]);
			return report('deadEnd', 'note', atNode(node.id), { node: node.name }, { fixes: [fix] });
		});
}
