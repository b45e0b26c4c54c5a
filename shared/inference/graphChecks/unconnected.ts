import type { Diagnostic } from '../diagnostic.ts';
import { atNode, type GraphFacts, repair, report } from '../facts.ts';
import { connectEdit, openEnds, tryAfter } from './ends.ts';

/** Nodes that nothing feeds and that feed nothing: greyed, and left out of training. */
export function checkUnconnected(facts: GraphFacts): readonly Diagnostic[] {
	return facts.document.nodes.flatMap((node) => {
		if (facts.statuses.get(node.id) !== 'unconnected' || (facts.index.incoming.get(node.id)?.length ?? 0) > 0) return [];
		const source = openEnds(facts, node).find((end) => tryAfter(facts, end, node));
		const edit = source && connectEdit(facts, source, node);
		const fixes = [
			...(edit ? [repair('connectAfter', { from: source.name, node: node.name }, [edit])] : []),
			repair('deleteNode', { node: node.name }, [{ kind: 'removeNodes', nodes: [node.id] }]),
		];
		return [report('unconnected', 'note', atNode(node.id), { node: node.name }, { fixes })];
	});
}
