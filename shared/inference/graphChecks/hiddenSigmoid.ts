import type { Diagnostic } from '../diagnostic.ts';
import { atNode, type GraphFacts, includedNodes, repair, report } from '../facts.ts';
import { choiceWith } from './choices.ts';

/**
 * A sigmoid between layers that learn: its slope is at most 1/4, so the error that goes back shrinks with every layer.
 * Only the answer may end in one.
 */
export function checkHiddenSigmoid(facts: GraphFacts): readonly Diagnostic[] {
	return includedNodes(facts).flatMap(({ node, definition, parsed }) => {
		if (definition.endpoint || definition.finalActivation?.(parsed) !== 'sigmoid' || isAnswer(facts, node.id)) return [];
		const field = choiceWith(definition, parsed, 'sigmoid', 'relu');
		const fixes = field
			? [repair('useRelu', { node: node.name }, [{ kind: 'setConfig', node: node.id, config: { [field]: 'relu' } }])]
			: [];
		return [report('hiddenSigmoid', 'warning', atNode(node.id, field), { node: node.name }, { fixes })];
	});
}

/** Nothing with weights comes after it: its values are what the network answers. */
function isAnswer(facts: GraphFacts, id: string): boolean {
	const edges = facts.index.outgoing.get(id) ?? [];
	return edges.every((edge) => {
		const next = facts.cores.get(edge.target);
		return next?.weightCount === 0 && (next.definition?.endpoint === 'sink' || isAnswer(facts, edge.target));
	});
}
