import { nameOf } from '#shared/plan/nodeName.ts';
import type { ModelPlan, PlanOp } from '#shared/plan/plan.ts';
import { countValues } from '#shared/tensor/shape.ts';
import { message } from '#shared/text/message.ts';
import type { TrainingConfig } from '#shared/training/config.ts';
import { BYTES_PER_VALUE, type StepCosts, trainingBytes } from '#shared/training/stepMemory.ts';
import type { Engine } from '../engine/engine.ts';
import { Problem } from '../problem.ts';

type Settings = Pick<TrainingConfig, 'batchSize' | 'optimizer'>;

/** Refuses what would end in the middle of a batch, as far as it can be told before. Throws a `Problem` that names the costliest layer. */
export function assertFits({ memoryLimit, name }: Pick<Engine, 'memoryLimit' | 'name'>, plan: ModelPlan, settings: Settings): void {
	const { batchSize } = settings;
	if (memoryLimit === null) return;
	const needed = stepBytes(plan, settings);
	if (needed <= memoryLimit) return;
	const { op, bytes, weights } = findCostliest(plan, settings);
	throw new Problem(
		message('training.end.engineMemory', {
			batchSize,
			megabytes: megabytes(needed),
			limitMegabytes: megabytes(memoryLimit),
			engine: message(`engine.name.${name}`),
			node: nameOf(plan, op),
			nodeMegabytes: megabytes(bytes),
			nodeWeights: weights,
		}),
	);
}

/** Bytes that a step of the network holds at once on an engine with a limit. */
export function stepBytes(plan: ModelPlan, settings: Settings): number {
	const largestWeight = Math.max(0, ...plan.ops.map((op) => costsOf(op).largestWeight));
	return bytesOf({ ...plan, weights: plan.weightCount, trainableWeights: plan.trainableWeightCount, largestWeight }, settings);
}

function findCostliest(plan: ModelPlan, settings: Settings) {
	const costs = plan.ops.map((op) => {
		const cost = costsOf(op);
		return { op, weights: cost.weights, bytes: bytesOf(cost, settings) };
	});
	return costs.reduce((most, cost) => (cost.bytes > most.bytes ? cost : most));
}

function costsOf({ weights, outputShape, isFrozen }: PlanOp): Required<StepCosts> {
	const counts = (of: PlanOp['weights']): readonly number[] => of.map(({ shape }) => countValues(shape));
	const sum = (of: readonly number[]): number => of.reduce((total, count) => total + count, 0);
	const trained = isFrozen ? [] : counts(weights.filter(({ isTrainable }) => isTrainable));
	return {
		activationBytes: countValues(outputShape) * BYTES_PER_VALUE,
		weights: sum(counts(weights)),
		trainableWeights: sum(trained),
		largestWeight: Math.max(0, ...trained),
	};
}

/** Engines with a limit work op by op. */
function bytesOf(costs: StepCosts, { batchSize, optimizer }: Settings): number {
	const { activations, weights } = trainingBytes(costs, batchSize, optimizer, 'opByOp');
	return activations + weights;
}

function megabytes(bytes: number): number {
	return Math.max(1, Math.round(bytes / 1_000_000));
}
