import { isSameShape } from '../../tensor/shape.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { atNode, type GraphFacts, repair, report } from '../facts.ts';
import { reinfer } from '../nodeCore.ts';

/** A muted layer hands its input on. Where it used to change the size, that is what the layer after it fails on. */
export function checkMuted(facts: GraphFacts): readonly Diagnostic[] {
	return facts.document.nodes.flatMap((node) => {
		const core = facts.cores.get(node.id);
		if (!core) return [];
		const unmute = repair('unmute', { node: node.name }, [{ kind: 'setNode', node: node.id, changes: { muted: undefined } }]);
		if (core.definition?.endpoint !== undefined) {
			return node.muted ? [report('mutedEndpoint', 'note', atNode(node.id), { node: node.name }, { fixes: [unmute] })] : [];
		}
		if (!core.isMuted || !core.output) return [];
		const failing = (facts.index.outgoing.get(node.id) ?? []).find((edge) => facts.statuses.get(edge.target) === 'error');
		const next = failing && facts.index.nodes.get(failing.target)?.name;
		if (next === undefined) return [];
		const { output } = reinfer(core, { isMuted: false });
		if (!output || isSameShape(output, core.output)) return [];
		const values = { node: node.name, input: core.output, output, next };
		// A group around it may be muted, which is not this node's to change.
		return [report('mutedSize', 'warning', atNode(node.id), values, { fixes: node.muted ? [unmute] : [] })];
	});
}
