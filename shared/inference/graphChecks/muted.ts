import { isSameShape } from '../../tensor/shape.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { atNode, type GraphFacts, repair, report, type Subject } from '../facts.ts';
import { reinfer } from '../nodeCore.ts';

/** A muted layer hands its input on. Where it used to change the size, that is what the layer after it fails on. */
export function checkMuted(facts: GraphFacts, { node, core }: Subject): Diagnostic | null {
	if (!node.muted && !core.isMuted) return null;
	const unmute = repair('unmute', { node: node.name }, [{ kind: 'setNode', node: node.id, changes: { muted: undefined } }]);
	if (core.definition?.endpoint !== undefined) {
		return node.muted ? report('mutedEndpoint', 'note', atNode(node.id), { node: node.name }, { fixes: [unmute] }) : null;
	}
	if (!core.isMuted || !core.output) return null;
	const failing = (facts.index.outgoing.get(node.id) ?? []).find((edge) => facts.statuses.get(edge.target) === 'error');
	const next = failing && facts.index.nodes.get(failing.target)?.name;
	if (next === undefined) return null;
	const { output } = reinfer(core, { isMuted: false });
	if (!output || isSameShape(output, core.output)) return null;
	const values = { node: node.name, input: core.output, output, next };
	// A group around it may be muted, which is not this node's to change.
	return report('mutedSize', 'warning', atNode(node.id), values, { fixes: node.muted ? [unmute] : [] });
}
