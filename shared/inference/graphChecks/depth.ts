import type { NodeId } from '../../graph/document.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { atNode, type GraphFacts, report } from '../facts.ts';

/** Plain networks with more layers with weights than this trained worse than shallower ones (He et al. 2015, fig. 1). */
export const MOST_PLAIN_LAYERS = 20;

/** A long chain without a shortcut: the error that goes back gets lost on the way. */
export function checkDepth(facts: GraphFacts): readonly Diagnostic[] {
	const lengths = new Map<NodeId, number>();
	let deepest: NodeId | null = null;
	for (const id of facts.order) {
		const core = facts.cores.get(id);
		if (!core || !facts.included.has(id)) continue;
		// A join of several wires starts anew: the error has a short way back.
		const wires = facts.index.incoming.get(id) ?? [];
		const before = wires.length > 1 ? 0 : Math.max(0, ...wires.map((wire) => lengths.get(wire.source) ?? 0));
		const length = before + (core.weights.some((weight) => weight.name === 'kernel') ? 1 : 0);
		lengths.set(id, length);
		if (length > (deepest === null ? MOST_PLAIN_LAYERS : (lengths.get(deepest) ?? 0))) deepest = id;
	}
	if (deepest === null) return [];
	const node = facts.index.nodes.get(deepest)?.name ?? '';
	return [report('deepWithoutShortcuts', 'warning', atNode(deepest), { node, count: lengths.get(deepest) ?? 0, most: MOST_PLAIN_LAYERS })];
}
