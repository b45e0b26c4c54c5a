import type { Diagnostic } from '../diagnostic.ts';
import { atNode, type GraphFacts, includedNodes, repair, report } from '../facts.ts';

/** A bias whose only reader takes the mean away again: weights without effect (Ioffe and Szegedy 2015, §3.2). */
export function checkBiasBeforeNormalization(facts: GraphFacts): readonly Diagnostic[] {
	return includedNodes(facts).flatMap(({ node, core, definition, parsed }) => {
		const bias = core.weights.find((weight) => weight.name === 'bias');
		const activation = definition.finalActivation?.(parsed) ?? 'linear';
		const [edge, ...others] = facts.index.outgoing.get(node.id) ?? [];
		if (!bias || activation !== 'linear' || !edge || others.length > 0) return [];
		const next = facts.cores.get(edge.target);
		const norm = facts.index.nodes.get(edge.target);
		if (!norm || next?.isMuted || !next?.definition?.traits?.includes('batchStatistics')) return [];
		const fixes =
			definition.fields.useBias?.control.kind === 'switch'
				? [repair('dropBias', { node: node.name }, [{ kind: 'setConfig', node: node.id, config: { useBias: false } }])]
				: [];
		const values = { node: node.name, norm: norm.name, count: bias.shape.reduce((all, dim) => all * dim, 1) };
		return [report('biasBeforeNormalization', 'note', atNode(node.id, 'useBias'), values, { fixes })];
	});
}
