import type { NodeId } from '../../graph/document.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { answers, atNode, type GraphFacts, includedNodes, repair, report } from '../facts.ts';
import { choiceWith } from './choices.ts';

/**
 * Softmax turns the last numbers into probabilities, once. A second one squeezes them together; one in the middle makes
 * the values compete before anything was decided.
 */
export function checkSoftmax(facts: GraphFacts): readonly Diagnostic[] {
	const isSecond = facts.sinks.some((sink) => activationOf(facts, sink.id) === 'softmax');
	return includedNodes(facts).flatMap(({ node, definition, parsed }) => {
		if (definition.endpoint || definition.finalActivation?.(parsed) !== 'softmax') return [];
		const isAnswer = answers(facts).has(node.id);
		if (isAnswer && !isSecond) return [];
		const instead = isAnswer ? 'linear' : 'relu';
		const field = choiceWith(definition, parsed, 'softmax', instead);
		const fixes = field
			? [
					repair(isAnswer ? 'useLinearHere' : 'useRelu', { node: node.name }, [
						{ kind: 'setConfig', node: node.id, config: { [field]: instead } },
					]),
				]
			: [];
		const sink = facts.sinks[0]?.name ?? '';
		return [
			report(
				isAnswer ? 'softmaxTwice' : 'softmaxHidden',
				isAnswer ? 'error' : 'warning',
				atNode(node.id, field),
				{ node: node.name, sink },
				{
					fixes,
				},
			),
		];
	});
}

function activationOf(facts: GraphFacts, id: NodeId): string | undefined {
	const core = facts.cores.get(id);
	return core?.parsed ? core.definition?.finalActivation?.(core.parsed) : undefined;
}
