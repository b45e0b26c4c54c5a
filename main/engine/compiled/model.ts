import * as tf from '@tensorflow/tfjs-core';
import type { ModelPlan, NamedWeight } from '#shared/plan/plan.ts';
import { countValues, isSameShape } from '#shared/tensor/shape.ts';
import type { TrainingConfig } from '#shared/training/config.ts';
import type { Batch, BatchAnswer, EngineModel, GradientNorm, StepOptions, StepResult } from '../engine.ts';
import { chooseLoss, type Loss } from '../loss.ts';
import type { Session } from './session.ts';
import type { SignatureName, StoredVariable, TrainingGraph } from './step/trainingGraph.ts';

type GraphSession = Session<SignatureName>;

/** A network whose training step is one call of a TensorFlow graph. */
export class CompiledModel implements EngineModel {
	readonly #plan: ModelPlan;
	readonly #training: TrainingConfig;
	readonly #written: TrainingGraph;
	readonly #session: GraphSession;
	readonly #loss: Loss;
	readonly #activate: () => Promise<void>;

	constructor(plan: ModelPlan, training: TrainingConfig, written: TrainingGraph, session: GraphSession, activate: () => Promise<void>) {
		this.#plan = plan;
		this.#training = training;
		this.#written = written;
		this.#session = session;
		this.#activate = activate;
		this.#loss = chooseLoss(plan, training);
	}

	async trainStep(batch: Batch, step: number, options: StepOptions = {}): Promise<StepResult> {
		await this.#activate();
		const { learningRate = this.#training.learningRate, classWeights, wantsGradientNorms = false } = options;
		const { rate, decay } = this.#written.optimizer.feedAt(learningRate, step);
		const found: { result?: ArrayLike<number>; norms?: ArrayLike<number> } = {};
		tf.tidy(() => {
			const { result, norms } = this.#session.run(wantsGradientNorms ? 'stepWithNorms' : 'step', {
				images: this.#images(batch.images, batch.count),
				labels: tf.tensor1d(batch.labels, 'int32'),
				rowWeights: rowWeights(batch.labels, classWeights),
				...this.#blend(batch, classWeights),
				seed: tf.tensor1d(Int32Array.of(this.#plan.seed | 0, step), 'int32'),
				rate: tf.scalar(rate),
				decay: tf.scalar(decay),
			});
			if (result) found.result = result.dataSync();
			if (norms) found.norms = norms.dataSync();
		});
		const { result, norms } = found;
		const counted = { loss: result?.[0] ?? Number.NaN, correct: result?.[1] ?? 0 };
		return norms ? { ...counted, gradientNorms: this.#normsByOp(norms) } : counted;
	}

	async evaluate(batch: Batch): Promise<BatchAnswer> {
		const outputs = await this.#forward(batch.images, batch.count);
		const { rows, units } = this.#rows(outputs.length, batch.count);
		const { loss, correct } = this.#loss.value(outputs, batch.labels, rows, units, false);
		return { loss, correct, probabilities: this.#loss.answer(outputs, rows, units) };
	}

	async predict(images: Float32Array, count: number): Promise<Float32Array> {
		const outputs = await this.#forward(images, count);
		const { rows, units } = this.#rows(outputs.length, count);
		return this.#loss.answer(outputs, rows, units);
	}

	async readWeights(): Promise<readonly NamedWeight[]> {
		return this.#read('readWeights', this.#written.weights);
	}

	async writeWeights(weights: readonly NamedWeight[]): Promise<void> {
		await this.#assign('assignWeights', this.#written.weights, weights);
	}

	async readSlots(): Promise<readonly NamedWeight[]> {
		return this.#read('readSlots', this.#written.slots);
	}

	async writeSlots(slots: readonly NamedWeight[]): Promise<void> {
		await this.#assign('assignSlots', this.#written.slots, slots);
	}

	/** Sets the optimizer's variables to zeros, as before the first step. The library refuses to read a variable that was never set. */
	async clearSlots(): Promise<void> {
		const { slots, scratch } = this.#written;
		await this.#assign('assignSlots', slots, slots.map(zerosFor));
		await this.#assign('assignScratch', scratch, scratch.map(zerosFor));
	}

	countTensors(): number {
		return tf.memory().numTensors;
	}

	dispose(): void {
		this.#session.dispose();
	}

	/** What a graph with mixup is fed besides; an image that is no blend counts its own answer alone. */
	#blend({ labels, blend }: Batch, classWeights: readonly number[] | undefined): Readonly<Record<string, tf.Tensor>> {
		if (this.#training.augmentation.mixup === undefined) return {};
		const { labels: others, shares } = blend ?? { labels, shares: new Float32Array(labels.length).fill(1) };
		return {
			blendLabels: tf.tensor1d(others, 'int32'),
			blendRowWeights: rowWeights(others, classWeights),
			blendShares: tf.tensor1d(shares),
		};
	}

	async #read(signature: 'readWeights' | 'readSlots', stored: readonly StoredVariable[]): Promise<readonly NamedWeight[]> {
		await this.#activate();
		const read: NamedWeight[] = [];
		tf.tidy(() => {
			const values = this.#session.run(signature, { go: tf.scalar(0) });
			for (const { name, shape, key } of stored) {
				const value = values[key];
				if (!value) throw new Error(`the graph does not give ${name}`);
				// Copied: what the library hands out may be the memory of the variable.
				read.push({ name, shape, values: Float32Array.from(value.dataSync()) });
			}
		});
		return read;
	}

	async #assign(
		signature: 'assignWeights' | 'assignSlots' | 'assignScratch',
		stored: readonly StoredVariable[],
		given: readonly NamedWeight[],
	): Promise<void> {
		await this.#activate();
		const byName = new Map(given.map((weight) => [weight.name, weight]));
		tf.tidy(() => {
			const inputs = stored.map(({ name, shape, key }) => {
				const weight = byName.get(name);
				if (!weight) throw new Error(`no values for weight ${name}`);
				if (!isSameShape(weight.shape, shape)) {
					throw new Error(`weight ${name} has ${weight.shape.join('×')} values, expected ${shape.join('×')}`);
				}
				return [key, tf.tensor(weight.values, [...shape], 'float32')] as const;
			});
			if (inputs.length > 0) this.#session.run(signature, Object.fromEntries(inputs));
		});
	}

	#normsByOp(norms: ArrayLike<number>): readonly GradientNorm[] {
		const byOp = new Map<string, number>();
		for (const [index, op] of this.#written.trained.entries()) byOp.set(op, Math.hypot(byOp.get(op) ?? 0, norms[index] ?? 0));
		return Array.from(byOp, ([op, norm]) => ({ op, norm }));
	}

	#images(values: Float32Array, count: number): tf.Tensor {
		return tf.tensor(values, [count, ...this.#plan.inputShape], 'float32');
	}

	async #forward(images: Float32Array, count: number): Promise<Float32Array> {
		await this.#activate();
		return tf.tidy(() => {
			const { outputs } = this.#session.run('predict', { images: this.#images(images, count) });
			if (!outputs) throw new Error('the graph gives no outputs');
			return Float32Array.from(outputs.dataSync());
		});
	}

	/** A vector answers once per sample, a map once per place. */
	#rows(values: number, count: number): { rows: number; units: number } {
		const units = this.#plan.outputShape.at(-1) ?? 1;
		return { rows: Math.max(count, values / units), units };
	}
}

function rowWeights(labels: Int32Array, classWeights: readonly number[] | undefined): tf.Tensor1D {
	return tf.tensor1d(Float32Array.from(labels, (label) => classWeights?.[label] ?? 1));
}

function zerosFor({ name, shape }: StoredVariable): NamedWeight {
	return { name, shape, values: new Float32Array(countValues(shape)) };
}
