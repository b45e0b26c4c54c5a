import type { Diagnostic } from '../diagnostic.ts';
import { answers, atNode, type GraphFacts, includedNodes, repair, report } from '../facts.ts';
import { choiceWith } from './choices.ts';

/**
 * A sigmoid between layers that learn: its slope is at most 1/4, so the error that goes back shrinks with every layer.
 * Only the answer may end in one.
 */
export function checkHiddenSigmoid(facts: GraphFacts): readonly Diagnostic[] {
	return includedNodes(facts).flatMap(({ node, definition, parsed }) => {
		if (definition.endpoint || definition.finalActivation?.(parsed) !== 'sigmoid' || answers(facts).has(node.id)) return [];
		const field = choiceWith(definition, parsed, 'sigmoid', 'relu');
		const fixes = field
			? [repair('useRelu', { node: node.name }, [{ kind: 'setConfig', node: node.id, config: { [field]: 'relu' } }])]
			: [];
		return [report('hiddenSigmoid', 'warning', atNode(node.id, field), { node: node.name }, { fixes })];
	});
}
