import type { TrainingConfig } from './config.ts';

type Optimizer = TrainingConfig['optimizer'];

/** Every number is a float32. */
export const BYTES_PER_VALUE = 4;

/** Copies of every trainable weight that a step holds: the weight, its gradient, and what the optimizer keeps. */
const weightCopies: Readonly<Record<Optimizer, number>> = { sgd: 2, momentum: 3, nesterov: 3, rmsprop: 3, adam: 4, adamw: 4 };

/**
 * What a step holds beside its weights. A compiled graph frees an answer and its gradient as soon as both are used: the answers and as
 * much again. Op by op, the answers wait for the way back, their gradients come beside them, ops that pad or unfold copy what they take,
 * and a new weight is made before the old one is freed.
 */
const engineNeeds = {
	compiled: { answerCopies: 2, extraWeightCopies: 0 },
	opByOp: { answerCopies: 4, extraWeightCopies: 1 },
} as const;

export type StepKind = keyof typeof engineNeeds;

/** A layer or a whole network, as far as memory goes. */
export interface StepCosts {
	/** Bytes of the answers to one image, float32. */
	readonly activationBytes: number;
	readonly weights: number;
	readonly trainableWeights: number;
}

/** Bytes that one training step holds at once: answers and their gradients for a batch; weights, gradients and optimizer slots. */
export function trainingBytes(
	{ activationBytes, weights, trainableWeights }: StepCosts,
	batchSize: number,
	optimizer: Optimizer,
	kind: StepKind = 'compiled',
): { readonly activations: number; readonly weights: number } {
	const { answerCopies, extraWeightCopies } = engineNeeds[kind];
	const copies = weightCopies[optimizer] + extraWeightCopies;
	return {
		activations: activationBytes * answerCopies * batchSize,
		weights: (trainableWeights * copies + (weights - trainableWeights)) * BYTES_PER_VALUE,
	};
}
