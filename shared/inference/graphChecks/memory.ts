import type { TrainingConfig } from '../../training/config.ts';
import { trainingBytes } from '../../training/stepMemory.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { atNode, type GraphFacts, repair, report } from '../facts.ts';

/** More memory than there is: stopped before training, with the layer that costs most. */
export function checkMemory(facts: GraphFacts): readonly Diagnostic[] {
	const { document, totals, context } = facts;
	const budget = document.settings.memoryBudget ?? context.memoryBudget ?? null;
	if (budget === null) return [];
	const { batchSize, optimizer } = document.training;
	const { activations, weights } = trainingBytes(totals, batchSize, optimizer);
	if (activations + weights <= budget) return [];
	const costliest = findCostliest(facts, document.training);
	const perSample = activations / batchSize;
	const fitting = perSample > 0 ? Math.floor((budget - weights) / perSample) : 0;
	const fixes =
		fitting >= 1 && fitting < batchSize
			? [repair('smallerBatch', { batchSize: roundDown(fitting) }, [{ kind: 'setTraining', training: { batchSize: roundDown(fitting) } }])]
			: [];
	const values = {
		megabytes: megabytes(activations + weights),
		budgetMegabytes: megabytes(budget),
		batchSize,
		node: costliest?.name ?? '',
		nodeMegabytes: megabytes(costliest?.bytes ?? 0),
		nodeWeights: costliest?.weights ?? 0,
	};
	const place = costliest ? atNode(costliest.id) : ({ kind: 'document' } as const);
	return [report('memoryOverBudget', 'error', place, values, { fixes })];
}

function megabytes(bytes: number): number {
	return Math.max(1, Math.round(bytes / 1_000_000));
}

/** The largest power of two that is not larger: batches of such sizes fill vector units. */
function roundDown(value: number): number {
	return 2 ** Math.floor(Math.log2(value));
}

function findCostliest(facts: GraphFacts, { batchSize, optimizer }: TrainingConfig) {
	let best: { readonly id: string; readonly name: string; readonly bytes: number; readonly weights: number } | null = null;
	for (const id of facts.order) {
		const core = facts.cores.get(id);
		const node = facts.index.nodes.get(id);
		if (!core || !node || !facts.included.has(id)) continue;
		const costs = { activationBytes: core.activationBytes, weights: core.weightCount, trainableWeights: core.trainableWeightCount };
		const needed = trainingBytes(costs, batchSize, optimizer);
		const bytes = needed.activations + needed.weights;
		if (!best || bytes > best.bytes) best = { id, name: node.name, bytes, weights: core.weightCount };
	}
	return best;
}
