import type { Diagnostic } from '../diagnostic.ts';
import { atNode, type GraphFacts, repair, report, type Subject } from '../facts.ts';

/**
 * Dropout raises the variance while training and not afterwards; a batch normalization right behind it learns the wrong
 * one (Li, Chen, Hu, Yang 2019, "variance shift").
 */
export function checkDropoutBeforeNormalization(facts: GraphFacts, { node, used }: Subject): Diagnostic | null {
	if (!used?.definition.traits?.includes('batchStatistics')) return null;
	const [edge] = facts.index.incoming.get(node.id) ?? [];
	const before = edge && facts.cores.get(edge.source);
	const dropout = edge && facts.index.nodes.get(edge.source);
	if (!dropout || before?.definition?.category !== 'dropout' || before.isMuted) return null;
	const mute = repair('muteNode', { node: dropout.name }, [{ kind: 'setNode', node: dropout.id, changes: { muted: true } }]);
	const fixes = [swap(facts, dropout.id, node.id), mute].filter((fix) => fix !== null);
	return report('dropoutBeforeNormalization', 'warning', atNode(node.id), { node: node.name, dropout: dropout.name }, { fixes });
}

/** Dropout after the normalization: they change places on the canvas and in the wires. */
function swap(facts: GraphFacts, dropoutId: string, normId: string) {
	const dropout = facts.index.nodes.get(dropoutId);
	const norm = facts.index.nodes.get(normId);
	const intoDropout = facts.index.incoming.get(dropoutId) ?? [];
	const between = facts.index.outgoing.get(dropoutId) ?? [];
	const after = facts.index.outgoing.get(normId) ?? [];
	const [feed] = intoDropout;
	const [link] = between;
	const normOut = facts.cores.get(normId)?.definition?.outputs[0]?.name;
	if (!dropout || !norm || !feed || !link || !normOut || intoDropout.length !== 1 || between.length !== 1) return null;
	const siblingsOf = (edge: (typeof after)[number]) =>
		facts.document.edges.filter((other) => other.target === edge.target && other.targetPort === edge.targetPort);
	return repair('swapDropout', { node: norm.name, dropout: dropout.name }, [
		{ kind: 'disconnect', edge: feed },
		{ kind: 'disconnect', edge: link },
		{ kind: 'connect', edge: { ...feed, target: normId, targetPort: link.targetPort } },
		{ kind: 'connect', edge: { source: normId, sourcePort: normOut, target: dropoutId, targetPort: feed.targetPort } },
		...after.flatMap((edge) => [
			{ kind: 'disconnect', edge } as const,
			{ kind: 'connect', edge: { ...edge, source: dropoutId, sourcePort: link.sourcePort }, at: siblingsOf(edge).indexOf(edge) } as const,
		]),
		{ kind: 'moveNodes', positions: { [dropoutId]: norm.position, [normId]: dropout.position } },
	]);
}
