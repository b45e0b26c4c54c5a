import type { ModelPlan } from '#shared/plan/plan.ts';
import { countValues } from '#shared/tensor/shape.ts';
import { classWeightsOf } from '#shared/training/classWeights.ts';
import type { TrainingConfig } from '#shared/training/config.ts';
import { hasRunAway, nextPoint, RATE_SWEEP, type RateEvent, type RatePoint, suggestRate, sweptRate } from '#shared/training/rateFinder.ts';
import type { TrainingData } from '../datasets/trainingData.ts';
import type { EngineModel } from '../engine/engine.ts';
import { gatherBatch } from './batches.ts';
import { orderForEpoch, splitSamples } from './sampleOrder.ts';

export interface RateSearch {
	/** A network of its own: the search changes its weights and throws them away. */
	readonly model: EngineModel;
	readonly plan: ModelPlan;
	readonly training: TrainingConfig;
	readonly data: TrainingData;
}

/**
 * Trains a network with a rate that rises from batch to batch, and tells the loss at each, until it runs away or `breathe` throws.
 * Split, order and dropout follow from the plan's seed, so that the same search gives the same curve. A pass that is too short
 * for all rates begins again.
 */
export async function findRate(
	{ model, plan, training, data }: RateSearch,
	emit: (event: RateEvent) => void,
	breathe: () => Promise<void>,
): Promise<void> {
	const { train } = splitSamples(data.train.labels, training.validationShare, plan.seed);
	const classWeights = classWeightsOf(training, countLabels(data, train));
	const perEpoch = Math.ceil(train.length / training.batchSize);
	const points: RatePoint[] = [];
	for (let step = 0; step < RATE_SWEEP.steps && !hasRunAway(points); step++) {
		await breathe();
		const order = orderForEpoch(train, plan.seed, Math.floor(step / perEpoch));
		const at = (step % perEpoch) * training.batchSize;
		const batch = gatherBatch(data.train, countValues(plan.inputShape), order.subarray(at, at + training.batchSize));
		const { loss } = await model.trainStep(batch, step, { learningRate: sweptRate(step), ...(classWeights && { classWeights }) });
		if (!Number.isFinite(loss)) break;
		const point = nextPoint(points, loss);
		points.push(point);
		emit({ kind: 'point', step, steps: RATE_SWEEP.steps, point });
	}
	emit({ kind: 'ended', status: 'finished', reason: null, suggestion: suggestRate(points) });
}

function countLabels({ train, classes }: TrainingData, indices: Int32Array): readonly number[] {
	const counts = classes.map(() => 0);
	for (const index of indices) {
		const label = train.labels[index] ?? 0;
		counts[label] = (counts[label] ?? 0) + 1;
	}
	return counts;
}
