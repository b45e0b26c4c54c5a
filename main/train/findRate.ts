import type { ModelPlan } from '#shared/plan/plan.ts';
import { message } from '#shared/text/message.ts';
import { classWeightsOf } from '#shared/training/classWeights.ts';
import type { TrainingConfig } from '#shared/training/config.ts';
import { hasRunAway, nextPoint, RATE_SWEEP, type RateEvent, type RatePoint, suggestRate, sweptRate } from '#shared/training/rateFinder.ts';
import type { TrainingData } from '../datasets/trainingData.ts';
import type { EngineModel } from '../engine/engine.ts';
import { Problem } from '../problem.ts';
import { countLabels, orderForEpoch, splitSamples } from './sampleOrder.ts';
import { TrainingFeed } from './trainingFeed.ts';

export interface RateSearch {
	/** A network of its own: the search changes its weights and throws them away. */
	readonly model: EngineModel;
	readonly plan: ModelPlan;
	readonly training: TrainingConfig;
	readonly data: TrainingData;
	/** The bundled `main/augment/worker.ts`; see `TrainingFeed`. */
	readonly augmentWorker?: string;
}

/**
 * Trains a network with a rate that rises from batch to batch, and tells the loss at each, until it runs away or `breathe` throws.
 * Split, order, dropout and changes of the pictures follow from the plan's seed, so that the same search gives the same curve. A
 * pass that is too short for all rates begins again.
 */
export async function findRate(
	{ model, plan, training, data, augmentWorker }: RateSearch,
	emit: (event: RateEvent) => void,
	breathe: () => Promise<void>,
): Promise<void> {
	const { train } = splitSamples(data.train.labels, training.validationShare, plan.seed);
	if (train.length === 0) throw new Problem(message('training.end.noSamples'));
	const classWeights = classWeightsOf(training, countLabels(data.train.labels, train, data.classes.length));
	const points: RatePoint[] = [];
	const feed = new TrainingFeed(data, training, plan.seed, augmentWorker);
	try {
		for (let epoch = 0; !isOver(points); epoch++) {
			for await (const batch of feed.epoch(epoch, orderForEpoch(train, plan.seed, epoch), 0)) {
				await breathe();
				const step = points.length;
				const { loss } = await model.trainStep(batch, step, { learningRate: sweptRate(step), ...(classWeights && { classWeights }) });
				const point = nextPoint(points, loss);
				points.push(point);
				if (Number.isFinite(loss)) emit({ kind: 'point', step, steps: RATE_SWEEP.steps, point });
				if (isOver(points)) break;
			}
		}
	} finally {
		await feed.close();
	}
	emit({ kind: 'ended', status: 'finished', reason: null, suggestion: suggestRate(points) });
}

function isOver(points: readonly RatePoint[]): boolean {
	return points.length >= RATE_SWEEP.steps || hasRunAway(points);
}
