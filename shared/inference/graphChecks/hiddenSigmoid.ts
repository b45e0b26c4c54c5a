import type { Diagnostic } from '../diagnostic.ts';
import { answers, atNode, type GraphFacts, repair, report, type Subject } from '../facts.ts';
import { choiceWith } from './choices.ts';

/**
 * A sigmoid between layers that learn: its slope is at most 1/4, so the error that goes back shrinks with every layer.
 * Only the answer may end in one.
 */
export function checkHiddenSigmoid(facts: GraphFacts, { node, used }: Subject): Diagnostic | null {
	if (!used || used.definition.endpoint || used.definition.finalActivation?.(used.parsed) !== 'sigmoid') return null;
	if (answers(facts).has(node.id)) return null;
	const field = choiceWith(used.definition, used.parsed, 'sigmoid', 'relu');
	const fixes = field ? [repair('useRelu', { node: node.name }, [{ kind: 'setConfig', node: node.id, config: { [field]: 'relu' } }])] : [];
	return report('hiddenSigmoid', 'warning', atNode(node.id, field), { node: node.name }, { fixes });
}
