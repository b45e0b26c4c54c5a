import type { ModelPlan, NamedWeight } from '#shared/plan/plan.ts';
import type { Message } from '#shared/text/message.ts';
import type { Blend } from '#shared/training/augmentation/augmenter.ts';
import type { TrainingConfig } from '#shared/training/config.ts';
import type { EngineName } from '#shared/training/event.ts';

/** Images NHWC: numbers as the network takes them, or pixels of 8 bits, of which 255 becomes 1. */
export type Images = Float32Array | Uint8Array;

/** A batch, with labels as class numbers. */
export interface Batch {
	readonly images: Images;
	readonly labels: Int32Array;
	readonly count: number;
	/** Where each image is a blend of two (mixup): the loss counts both answers by their shares. */
	readonly blend?: Blend;
}

/** Mean loss over the batch and how many answers were right. */
export interface StepResult {
	readonly loss: number;
	readonly correct: number;
	/** Length of the gradient of each op's weights, before clipping; only where a step asked for it and the engine can tell. */
	readonly gradientNorms?: readonly GradientNorm[];
}

export interface GradientNorm {
	/** Name of the op. */
	readonly op: string;
	readonly norm: number;
	/** Gradient of the shift of each unit, its bias or beta, where the op learns one: 0 for a unit that no gradient reached. */
	readonly shifts?: readonly number[];
}

/** Weights that are added to the answer of each unit, by their name in the plan. */
export function isShift(weight: string): boolean {
	return weight.endsWith('/bias') || weight.endsWith('/beta');
}

/** What one step may do otherwise than the settings say. */
export interface StepOptions {
	/** In place of the settings' rate: schedules change it from step to step. */
	readonly learningRate?: number;
	/** How much a sample of each class counts in the loss; all the same when left out. The mean is over samples, as in Keras. */
	readonly classWeights?: readonly number[];
	readonly wantsGradientNorms?: boolean;
}

export interface BatchAnswer extends StepResult {
	/** `count × classes`, after the final activation, row-major. */
	readonly probabilities: Float32Array;
}

/** One network on one engine. Steps run one at a time; `dispose` frees every tensor. */
export interface EngineModel {
	/** Why this network is not trained in the engine's fastest way; absent where it is. */
	readonly slowReason?: Message;
	/** One optimizer update. `step` counts from 0 over the run and seeds dropout. */
	trainStep(batch: Batch, step: number, options?: StepOptions): Promise<StepResult>;
	/** Loss and answers with dropout off and stored statistics. Like that of a step, and as in Keras, the loss holds the penalties on large weights. */
	evaluate(batch: Batch): Promise<BatchAnswer>;
	predict(images: Images, count: number): Promise<Float32Array>;
	/** What ops of the plan answer, by name: `count × outputShape` each, row-major, with dropout off. The last op answers before its activation where the loss asks for that. */
	readActivations(images: Images, count: number, ops: readonly string[]): Promise<ReadonlyMap<string, Float32Array>>;
	readWeights(): Promise<readonly NamedWeight[]>;
	writeWeights(weights: readonly NamedWeight[]): Promise<void>;
	/**
	 * What the optimizer keeps between steps beside the weights, named `conv_1/kernel/velocity`; zeros before the first step. With
	 * the weights and the number of the next step it is all that a run needs to go on to the bit.
	 */
	readSlots(): Promise<readonly NamedWeight[]>;
	writeSlots(slots: readonly NamedWeight[]): Promise<void>;
	/** Tensors alive in the engine; the same before and after a step. */
	countTensors(): number;
	dispose(): void;
}

/** A way to compute: native TensorFlow, WebAssembly or plain JavaScript, behind one face. */
export interface Engine {
	readonly name: EngineName;
	/** "TensorFlow 2.21, 2 threads", for people. */
	readonly description: string;
	readonly threads: number;
	/** Bytes that it can address, where that is less than the machine may have; else `null`. */
	readonly memoryLimit: number | null;
	/** Builds the network with the given weights; throws when a size differs from the plan's. */
	createModel(plan: ModelPlan, weights: readonly NamedWeight[], training: TrainingConfig): Promise<EngineModel>;
	/** Compares gradients with known ones; the reason when this engine computes wrongly, else `null`. */
	selfTest(): Promise<string | null>;
}
