import type { Diagnostic } from '../diagnostic.ts';
import { atNode, type GraphFacts, repair, report, type Subject } from '../facts.ts';

/** A bias whose only reader takes the mean away again: weights without effect (Ioffe and Szegedy 2015, §3.2). */
export function checkBiasBeforeNormalization(facts: GraphFacts, { node, core, used }: Subject): Diagnostic | null {
	const bias = used && core.weights.find((weight) => weight.name === 'bias');
	if (!bias || (used.definition.finalActivation?.(used.parsed) ?? 'linear') !== 'linear') return null;
	const [edge, ...others] = facts.index.outgoing.get(node.id) ?? [];
	const next = edge && facts.cores.get(edge.target);
	const norm = edge && facts.index.nodes.get(edge.target);
	if (!norm || others.length > 0 || next?.isMuted || !next?.definition?.traits?.includes('batchStatistics')) return null;
	const fixes =
		used.definition.fields.useBias?.control.kind === 'switch'
			? [repair('dropBias', { node: node.name }, [{ kind: 'setConfig', node: node.id, config: { useBias: false } }])]
			: [];
	const values = { node: node.name, norm: norm.name, count: bias.shape.reduce((all, dim) => all * dim, 1) };
	return report('biasBeforeNormalization', 'note', atNode(node.id, 'useBias'), values, { fixes });
}
