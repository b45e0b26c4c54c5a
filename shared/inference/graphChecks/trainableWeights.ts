import { hasFlag } from '../../graph/query.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { type GraphFacts, repair, report } from '../facts.ts';

/** Nothing that training could change: no layer with weights, or all of them frozen. */
export function checkTrainableWeights(facts: GraphFacts): readonly Diagnostic[] {
	const isWhole = facts.sinks.some((sink) => facts.statuses.get(sink.id) === 'fine' && facts.included.has(sink.id));
	if (!isWhole || facts.totals.trainableWeights > 0) return [];
	const { document } = facts;
	const frozen = document.nodes.filter((node) => facts.included.has(node.id) && hasFlag(document, node, 'frozen'));
	const groups = document.groups.filter((group) => group.frozen);
	const fixes =
		facts.totals.weights > 0
			? [
					repair('unfreezeAll', { count: frozen.length }, [
						...frozen.map((node) => ({ kind: 'setNode', node: node.id, changes: { frozen: undefined } }) as const),
						...groups.map((group) => ({ kind: 'setGroup', group: group.id, changes: { frozen: undefined } }) as const),
					]),
				]
			: [];
	return [report('noTrainableWeights', 'error', { kind: 'document' }, { weights: facts.totals.weights }, { fixes })];
}
