import type { ModelPlan } from '#shared/plan/plan.ts';
import { message } from '#shared/text/message.ts';
import type { Engine } from '../engine/engine.ts';
import { Problem } from '../problem.ts';

/** Answers are kept for the way back, sent back, and copied once by some ops; weights have gradients and two slots beside them. */
const COPIES_OF_ANSWERS = 4;
const COPIES_OF_WEIGHTS = 5;
const BYTES_PER_WEIGHT = 4;

/** Refuses what would end in the middle of a batch, as far as it can be told before. Throws a `Problem`. */
export function assertFits({ memoryLimit }: Engine, plan: ModelPlan, batchSize: number): void {
	const bytes = plan.activationBytes * batchSize * COPIES_OF_ANSWERS + plan.weightCount * BYTES_PER_WEIGHT * COPIES_OF_WEIGHTS;
	if (memoryLimit !== null && bytes > memoryLimit) throw new Problem(message('training.end.outOfMemory', { batchSize }));
}
