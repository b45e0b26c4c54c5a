import type { NodeId } from '../../graph/document.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { answers, atNode, type GraphFacts, repair, report, type Subject } from '../facts.ts';
import { choiceWith } from './choices.ts';

/**
 * Softmax turns the last numbers into probabilities, once. A second one squeezes them together; one in the middle makes
 * the values compete before anything was decided.
 */
export function checkSoftmax(facts: GraphFacts, { node, used }: Subject): Diagnostic | null {
	if (!used || used.definition.endpoint || used.definition.finalActivation?.(used.parsed) !== 'softmax') return null;
	const isAnswer = answers(facts).has(node.id);
	if (isAnswer && !facts.sinks.some((sink) => activationOf(facts, sink.id) === 'softmax')) return null;
	const instead = isAnswer ? 'linear' : 'relu';
	const field = choiceWith(used.definition, used.parsed, 'softmax', instead);
	const edits = field ? [{ kind: 'setConfig', node: node.id, config: { [field]: instead } } as const] : [];
	const fixes = field ? [repair(isAnswer ? 'useLinearHere' : 'useRelu', { node: node.name }, edits)] : [];
	const values = { node: node.name, sink: facts.sinks[0]?.name ?? '' };
	return report(isAnswer ? 'softmaxTwice' : 'softmaxHidden', isAnswer ? 'error' : 'warning', atNode(node.id, field), values, { fixes });
}

function activationOf(facts: GraphFacts, id: NodeId): string | undefined {
	const core = facts.cores.get(id);
	return core?.parsed ? core.definition?.finalActivation?.(core.parsed) : undefined;
}
