import { nameOf } from '#shared/plan/nodeName.ts';
import type { ModelPlan, PlanOp } from '#shared/plan/plan.ts';
import { countValues } from '#shared/tensor/shape.ts';
import { message } from '#shared/text/message.ts';
import type { Engine } from '../engine/engine.ts';
import { Problem } from '../problem.ts';

/** Answers are kept for the way back, sent back, and copied once by some ops; weights have gradients and two slots beside them. */
const COPIES_OF_ANSWERS = 4;
const COPIES_OF_WEIGHTS = 5;
const BYTES_PER_VALUE = 4;

/** Refuses what would end in the middle of a batch, as far as it can be told before. Throws a `Problem` that names the costliest layer. */
export function assertFits({ memoryLimit, name }: Pick<Engine, 'memoryLimit' | 'name'>, plan: ModelPlan, batchSize: number): void {
	const needed = bytesOf(plan.activationBytes, plan.weightCount, batchSize);
	if (memoryLimit === null || needed <= memoryLimit) return;
	const { op, bytes, weights } = findCostliest(plan, batchSize);
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

function findCostliest(plan: ModelPlan, batchSize: number) {
	const costs = plan.ops.map((op) => {
		const weights = countWeights(op);
		return { op, weights, bytes: bytesOf(countValues(op.outputShape) * BYTES_PER_VALUE, weights, batchSize) };
	});
	return costs.reduce((most, cost) => (cost.bytes > most.bytes ? cost : most));
}

function countWeights({ weights }: PlanOp): number {
	return weights.reduce((sum, { shape }) => sum + countValues(shape), 0);
}

function bytesOf(activationBytes: number, weights: number, batchSize: number): number {
	return activationBytes * batchSize * COPIES_OF_ANSWERS + weights * BYTES_PER_VALUE * COPIES_OF_WEIGHTS;
}

function megabytes(bytes: number): number {
	return Math.max(1, Math.round(bytes / 1_000_000));
}
