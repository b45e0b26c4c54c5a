import type { TrainingConfig } from './config.ts';

type Optimizer = TrainingConfig['optimizer'];

/** Every number is a float32. */
export const BYTES_PER_VALUE = 4;

/** Copies of every trainable weight that a step holds: the weight, its gradient, and what the optimizer keeps. */
const weightCopies: Readonly<Record<Optimizer, number>> = { sgd: 2, momentum: 3, nesterov: 3, rmsprop: 3, adam: 4, adamw: 4 };

/**
 * What a step holds beside its weights. A compiled graph frees an answer and its gradient as soon as both are used: the answers and as
 * much again. Op by op, the answers before and after bias and activation wait for the way back, with their gradients beside them, and the
 * new value of a weight is worked out in steps, one weight after the other. Both were measured: `main/engine/opByOp/memory.test.ts`.
 */
const engineNeeds = {
	compiled: { answerCopies: 2, copiesOfLargest: 0 },
	opByOp: { answerCopies: 6, copiesOfLargest: 4 },
} as const;

export type StepKind = keyof typeof engineNeeds;

/** A layer or a whole network, as far as memory goes. */
export interface StepCosts {
	/** Bytes of the answers to one image, float32. */
	readonly activationBytes: number;
	readonly weights: number;
	readonly trainableWeights: number;
	/** Values of the largest single weight that learns; op by op alone asks for it. */
	readonly largestWeight?: number;
}

/** Bytes that one training step holds at once: answers and their gradients for a batch; weights, gradients and optimizer slots. */
export function trainingBytes(
	{ activationBytes, weights, trainableWeights, largestWeight = 0 }: StepCosts,
	batchSize: number,
	optimizer: Optimizer,
	kind: StepKind = 'compiled',
): { readonly activations: number; readonly weights: number } {
	const { answerCopies, copiesOfLargest } = engineNeeds[kind];
	const learning = trainableWeights * weightCopies[optimizer] + largestWeight * copiesOfLargest;
	return {
		activations: activationBytes * answerCopies * batchSize,
		weights: (learning + (weights - trainableWeights)) * BYTES_PER_VALUE,
	};
}
