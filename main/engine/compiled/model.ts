import type { ModelPlan, NamedWeight } from '#shared/plan/plan.ts';
import { countValues, isSameShape } from '#shared/tensor/shape.ts';
import type { TrainingConfig } from '#shared/training/config.ts';
import type { Batch, BatchAnswer, EngineModel, GradientNorm, Images, StepOptions, StepResult } from '../engine.ts';
import { chooseLoss, type Loss } from '../loss.ts';
import type { Feed, Session } from './session.ts';
import type { SignatureName, StoredVariable, TrainingGraph } from './step/trainingGraph.ts';

type GraphSession = Session<SignatureName>;

/** A network whose training step is one call of a TensorFlow graph. */
export class CompiledModel implements EngineModel {
	readonly #plan: ModelPlan;
	readonly #training: TrainingConfig;
	readonly #written: TrainingGraph;
	readonly #session: GraphSession;
	readonly #loss: Loss;

	constructor(plan: ModelPlan, training: TrainingConfig, written: TrainingGraph, session: GraphSession) {
		this.#plan = plan;
		this.#training = training;
		this.#written = written;
		this.#session = session;
		this.#loss = chooseLoss(plan, training);
	}

	async trainStep(batch: Batch, step: number, options: StepOptions = {}): Promise<StepResult> {
		const { learningRate = this.#training.learningRate, classWeights, wantsGradientNorms = false } = options;
		const { rate, decay } = this.#written.optimizer.feedAt(learningRate, step);
		const {
			result,
			norms,
			shifts = [],
		} = this.#session.run(wantsGradientNorms ? 'stepWithNorms' : 'step', {
			...this.#images(batch.images, batch.count),
			labels: vector(batch.labels),
			rowWeights: rowWeights(batch.labels, classWeights),
			...this.#blend(batch, classWeights),
			seed: vector(Int32Array.of(this.#plan.seed | 0, step)),
			rate: scalar(rate),
			decay: scalar(decay),
		});
		const counted = { loss: result?.[0] ?? Number.NaN, correct: result?.[1] ?? 0 };
		return norms ? { ...counted, gradientNorms: this.#normsByOp(norms, shifts) } : counted;
	}

	async evaluate(batch: Batch): Promise<BatchAnswer> {
		const { outputs, penalty } = this.#forward(batch.images, batch.count, ['outputs', 'penalty']);
		const { rows, units } = this.#rows(outputs.length, batch.count);
		const { loss, correct } = this.#loss.value(outputs, batch.labels, rows, units, false);
		return { loss: loss + penalty, correct, probabilities: this.#loss.answer(outputs, rows, units) };
	}

	async predict(images: Images, count: number): Promise<Float32Array> {
		const { outputs } = this.#forward(images, count, ['outputs']);
		const { rows, units } = this.#rows(outputs.length, count);
		return this.#loss.answer(outputs, rows, units);
	}

	async readActivations(images: Images, count: number, ops: readonly string[]): Promise<ReadonlyMap<string, Float32Array>> {
		const keys = ops.map((op) => {
			const key = this.#written.activations.get(op);
			if (key === undefined) throw new Error(`the network has no op ${op}`);
			return key;
		});
		if (keys.length === 0) return new Map();
		const values = this.#session.run('activations', this.#images(images, count), keys);
		return new Map(ops.map((op, place) => [op, Float32Array.from(values[keys[place] ?? ''] ?? [])]));
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
		return this.#session.countTensors();
	}

	dispose(): void {
		this.#session.dispose();
	}

	/** What a graph with mixup is fed besides; an image that is no blend counts its own answer alone. */
	#blend({ labels, blend }: Batch, classWeights: readonly number[] | undefined): Readonly<Record<string, Feed>> {
		if (this.#training.augmentation.mixup === undefined) return {};
		const { labels: others, shares } = blend ?? { labels, shares: new Float32Array(labels.length).fill(1) };
		return {
			blendLabels: vector(others),
			blendRowWeights: rowWeights(others, classWeights),
			blendShares: vector(shares),
		};
	}

	async #read(signature: 'readWeights' | 'readSlots', stored: readonly StoredVariable[]): Promise<readonly NamedWeight[]> {
		const values = this.#session.run(signature, { go: scalar(0) });
		return stored.map(({ name, shape, key }) => {
			const value = values[key];
			if (!(value instanceof Float32Array)) throw new Error(`the graph does not give ${name}`);
			return { name, shape, values: value };
		});
	}

	async #assign(
		signature: 'assignWeights' | 'assignSlots' | 'assignScratch',
		stored: readonly StoredVariable[],
		given: readonly NamedWeight[],
	): Promise<void> {
		const byName = new Map(given.map((weight) => [weight.name, weight]));
		const inputs = stored.map(({ name, shape, key }): readonly [string, Feed] => {
			const weight = byName.get(name);
			if (!weight) throw new Error(`no values for weight ${name}`);
			if (!isSameShape(weight.shape, shape)) {
				throw new Error(`weight ${name} has ${weight.shape.join('×')} values, expected ${shape.join('×')}`);
			}
			return [key, { shape, values: weight.values }];
		});
		if (inputs.length > 0) this.#session.run(signature, Object.fromEntries(inputs));
	}

	#normsByOp(norms: ArrayLike<number>, shifts: ArrayLike<number>): readonly GradientNorm[] {
		const byOp = new Map<string, number>();
		for (const [index, op] of this.#written.trained.entries()) byOp.set(op, Math.hypot(byOp.get(op) ?? 0, norms[index] ?? 0));
		const byShift = new Map<string, readonly number[]>();
		let at = 0;
		for (const { op, units } of this.#written.shifts) {
			const from = at;
			byShift.set(
				op,
				Array.from({ length: units }, (_, unit) => shifts[from + unit] ?? 0),
			);
			at += units;
		}
		return Array.from(byOp, ([op, norm]) => {
			const own = byShift.get(op);
			return { op, norm, ...(own && { shifts: own }) };
		});
	}

	#images(values: Images, count: number): Readonly<Record<string, Feed>> {
		const feed: Feed = { shape: [count, ...this.#plan.inputShape], values };
		return values instanceof Uint8Array ? { pixels: feed } : { images: feed };
	}

	/** `penalty` is 0 where it is not wanted. */
	#forward(images: Images, count: number, wanted: readonly ('outputs' | 'penalty')[]): { outputs: Float32Array; penalty: number } {
		const { outputs, penalty } = this.#session.run('predict', this.#images(images, count), wanted);
		if (!(outputs instanceof Float32Array)) throw new Error('the graph gives no outputs');
		return { outputs, penalty: penalty?.[0] ?? 0 };
	}

	/** A vector answers once per sample, a map once per place. */
	#rows(values: number, count: number): { rows: number; units: number } {
		const units = this.#plan.outputShape.at(-1) ?? 1;
		return { rows: Math.max(count, values / units), units };
	}
}

function rowWeights(labels: Int32Array, classWeights: readonly number[] | undefined): Feed {
	return vector(Float32Array.from(labels, (label) => classWeights?.[label] ?? 1));
}

function vector(values: Feed['values']): Feed {
	return { shape: [values.length], values };
}

function scalar(value: number): Feed {
	return { shape: [], values: Float32Array.of(value) };
}

function zerosFor({ name, shape }: StoredVariable): NamedWeight {
	return { name, shape, values: new Float32Array(countValues(shape)) };
}
