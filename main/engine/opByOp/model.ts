import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';
import type { KerasTopology } from '#main/compile/topology.ts';
import type { Constraint } from '#shared/layers/defineLayer.ts';
import type { ModelPlan, NamedWeight } from '#shared/plan/plan.ts';
import { countValues, isSameShape } from '#shared/tensor/shape.ts';
import type { TrainingConfig } from '#shared/training/config.ts';
import {
	type Batch,
	type BatchAnswer,
	type EngineModel,
	type GradientNorm,
	type Images,
	isShift,
	type StepOptions,
	type StepResult,
} from '../engine.ts';
import { callSettings } from '../layers/randomness.ts';
import { batchLoss, chooseLoss, type Loss, type LossValue } from '../loss.ts';
import { clipFactor, createOptimizer, keepWithin, type Optimizer, type Slots } from './optimizers.ts';

/** One weight of the plan inside the tfjs model. */
interface ModelWeight {
	readonly name: string;
	/** As the plan has it; the layer may hold the same values, in the same order, under other dims. */
	readonly shape: readonly number[];
	readonly variable: tfl.LayerVariable;
	readonly op: string;
	readonly isTrained: boolean;
	readonly constraint: Constraint | null;
}

interface TrainedWeight {
	readonly name: string;
	readonly op: string;
	readonly shape: readonly number[];
	readonly layerVariable: tfl.LayerVariable;
	readonly variable: tf.Variable;
	readonly slots: Slots;
	readonly constraint: Constraint | null;
}

type ModelJson = Parameters<typeof tfl.models.modelFromJSON>[0];

/** Makes `backend` the one that computes; two engines in one process take turns. */
export type Activate = () => Promise<void>;

/** A network that runs one tfjs op after the other, on whichever tfjs backend is active. */
export class OpByOpModel implements EngineModel {
	readonly #plan: ModelPlan;
	readonly #model: tfl.LayersModel;
	/** Layer that gives each op's answer. */
	readonly #layerOf: ReadonlyMap<string, string>;
	readonly #weights: readonly ModelWeight[];
	readonly #trained: readonly TrainedWeight[];
	readonly #optimizer: Optimizer;
	readonly #loss: Loss;
	readonly #training: TrainingConfig;
	readonly #activate: Activate;

	static async create(plan: ModelPlan, topology: KerasTopology, training: TrainingConfig, activate: Activate): Promise<OpByOpModel> {
		await activate();
		const model = await tfl.models.modelFromJSON(withoutConstraints(topology) as unknown as ModelJson);
		assertSizes(plan, topology, model);
		return new OpByOpModel(plan, topology, model, training, activate);
	}

	private constructor(plan: ModelPlan, topology: KerasTopology, model: tfl.LayersModel, training: TrainingConfig, activate: Activate) {
		this.#plan = plan;
		this.#model = model;
		this.#layerOf = topology.layerOf;
		this.#activate = activate;
		this.#weights = topology.weights.map(({ name, layer, index, spec, op }) => {
			const variable = model.getLayer(layer).weights[index];
			if (!variable || countValues(variable.shape as number[]) !== countValues(spec.shape)) {
				throw new Error(`weight ${name} is ${variable?.shape.join('×')} in the model and ${spec.shape.join('×')} in the plan`);
			}
			const isTrained = spec.isTrainable && !op.isFrozen;
			return { name, shape: spec.shape, variable, op: op.name, isTrained, constraint: spec.constraint ?? null };
		});
		this.#optimizer = createOptimizer(training);
		this.#trained = this.#weights.filter(({ isTrained }) => isTrained).map((weight) => this.#prepare(weight));
		this.#loss = chooseLoss(plan, training);
		this.#training = training;
	}

	async trainStep(batch: Batch, step: number, options: StepOptions = {}): Promise<StepResult> {
		await this.#activate();
		const rate = options.learningRate ?? this.#training.learningRate;
		const settings = callSettings({ seed: this.#plan.seed, step });
		let norms: readonly number[] = [];
		let shifts: ReadonlyMap<string, readonly number[]> = new Map();
		const result = tf.tidy(() => {
			const images = this.#images(batch.images, batch.count);
			let answer: LossValue | null = null;
			const forward = (): tf.Scalar => {
				const outputs = this.#model.apply(images, settings) as tf.Tensor;
				const [loss, value] = this.#differentiableLoss(outputs, batch, options.classWeights);
				answer = value;
				return this.#withPenalties(loss);
			};
			const { value, grads } = tf.variableGrads(
				forward,
				this.#trained.map(({ variable }) => variable),
			);
			const { clipNorm } = this.#training;
			if (clipNorm !== null || options.wantsGradientNorms) norms = this.#norms(grads);
			if (options.wantsGradientNorms) shifts = this.#shifts(grads);
			const factor = clipNorm === null ? 1 : clipFactor(norms, clipNorm);
			for (const trained of this.#trained) {
				const gradient = grads[trained.variable.name];
				if (gradient) this.#update(trained, gradient, factor, step, rate);
			}
			const { correct } = answer as unknown as LossValue;
			return { loss: value.dataSync()[0] ?? Number.NaN, correct };
		});
		return options.wantsGradientNorms ? { ...result, gradientNorms: this.#normsByOp(norms, shifts) } : result;
	}

	/** One weight after the other, each with its leftovers cleared away: what the rules compute in between is large where a weight is. */
	#update({ layerVariable, variable, slots, constraint }: TrainedWeight, gradient: tf.Tensor, factor: number, step: number, rate: number) {
		tf.tidy(() => {
			const clipped = factor === 1 ? gradient : tf.mul(gradient, factor);
			const updated = this.#optimizer.update(variable, clipped, slots, step, rate);
			layerVariable.write(constraint ? keepWithin(updated, constraint) : updated);
		});
		gradient.dispose();
	}

	async evaluate(batch: Batch): Promise<BatchAnswer> {
		await this.#activate();
		const outputs = this.#forward(batch.images, batch.count);
		const { rows, units } = this.#rows(outputs.length, batch.count);
		const { loss, correct } = this.#loss.value(outputs, batch.labels, rows, units, false);
		return { loss: loss + this.#penalty(), correct, probabilities: this.#loss.answer(outputs, rows, units) };
	}

	async predict(images: Images, count: number): Promise<Float32Array> {
		await this.#activate();
		const outputs = this.#forward(images, count);
		const { rows, units } = this.#rows(outputs.length, count);
		return this.#loss.answer(outputs, rows, units);
	}

	async readActivations(images: Images, count: number, ops: readonly string[]): Promise<ReadonlyMap<string, Float32Array>> {
		await this.#activate();
		if (ops.length === 0) return new Map();
		const outputs = ops.map((op) => this.#model.getLayer(this.#layerOf.get(op) ?? op).output as tfl.SymbolicTensor);
		const looking = tfl.model({ inputs: this.#model.inputs, outputs });
		const found = new Map<string, Float32Array>();
		tf.tidy(() => {
			const answers = [looking.apply(this.#images(images, count), { training: false })].flat() as tf.Tensor[];
			for (const [place, op] of ops.entries()) found.set(op, Float32Array.from(answers[place]?.dataSync() ?? []));
		});
		return found;
	}

	async readWeights(): Promise<readonly NamedWeight[]> {
		await this.#activate();
		// Copied: a backend may hand out a view of memory that the next step overwrites.
		return this.#weights.map(({ name, shape, variable }) => ({ name, shape, values: Float32Array.from(variable.read().dataSync()) }));
	}

	async writeWeights(weights: readonly NamedWeight[]): Promise<void> {
		await this.#activate();
		const byName = new Map(weights.map((weight) => [weight.name, weight]));
		for (const { name, shape, variable } of this.#weights) {
			const weight = byName.get(name);
			if (!weight) throw new Error(`no values for weight ${name}`);
			if (!isSameShape(weight.shape, shape)) {
				throw new Error(`weight ${name} has ${weight.shape.join('×')} values, expected ${shape.join('×')}`);
			}
			tf.tidy(() => void variable.write(tf.tensor(weight.values, variable.shape as number[])));
		}
	}

	async readSlots(): Promise<readonly NamedWeight[]> {
		await this.#activate();
		return this.#trained.flatMap(({ name, shape, slots }) =>
			Object.entries(slots).map(([slot, variable]) => ({
				name: `${name}/${slot}`,
				shape,
				values: Float32Array.from(variable.dataSync()),
			})),
		);
	}

	async writeSlots(slots: readonly NamedWeight[]): Promise<void> {
		await this.#activate();
		const byName = new Map(slots.map((slot) => [slot.name, slot]));
		for (const { name, slots: own } of this.#trained) {
			for (const [slot, variable] of Object.entries(own)) {
				const given = byName.get(`${name}/${slot}`);
				if (given?.values.length !== variable.size) throw new Error(`no values for the optimizer's ${name}/${slot}`);
				tf.tidy(() => variable.assign(tf.tensor(given.values, variable.shape)));
			}
		}
	}

	countTensors(): number {
		return tf.memory().numTensors;
	}

	dispose(): void {
		for (const { slots } of this.#trained) tf.dispose(slots as Record<string, tf.Variable>);
		this.#model.dispose();
	}

	#prepare({ name, op, shape, variable: layerVariable, constraint }: ModelWeight): TrainedWeight {
		const variable = layerVariable.read();
		if (!(variable instanceof tf.Variable)) throw new Error(`weight ${layerVariable.name} is not a variable`);
		const slots = this.#optimizer.slotNames.map((name) => {
			const slot = tf.tidy(() => tf.variable(tf.zeros(variable.shape), false));
			return [name, slot] as const;
		});
		return { name, op, shape, layerVariable, variable, slots: Object.fromEntries(slots), constraint };
	}

	/** Length of each trained weight's gradient, in their order. */
	#norms(grads: tf.NamedTensorMap): readonly number[] {
		const lengths = this.#trained.map(({ variable }) => {
			const gradient = grads[variable.name];
			return gradient ? tf.norm(gradient) : tf.scalar(0);
		});
		// One transfer for all.
		return lengths.length === 0 ? [] : Array.from(tf.stack(lengths).dataSync());
	}

	/** Gradient of each unit's shift, by op. */
	#shifts(grads: tf.NamedTensorMap): ReadonlyMap<string, readonly number[]> {
		return new Map(
			this.#trained
				.filter(({ name, shape }) => isShift(name) && shape.length === 1)
				.flatMap(({ op, variable }) => {
					const gradient = grads[variable.name];
					return gradient ? [[op, Array.from(gradient.dataSync())] as const] : [];
				}),
		);
	}

	#normsByOp(norms: readonly number[], shifts: ReadonlyMap<string, readonly number[]>): readonly GradientNorm[] {
		const byOp = new Map<string, number>();
		for (const [index, { op }] of this.#trained.entries()) byOp.set(op, Math.hypot(byOp.get(op) ?? 0, norms[index] ?? 0));
		return Array.from(byOp, ([op, norm]) => {
			const own = shifts.get(op);
			return { op, norm, ...(own && { shifts: own }) };
		});
	}

	#images(values: Images, count: number): tf.Tensor {
		const numbers = values instanceof Uint8Array ? Float32Array.from(values, (value) => value / 255) : values;
		return tf.tensor(numbers, [count, ...this.#plan.inputShape], 'float32');
	}

	#forward(images: Images, count: number): Float32Array {
		return tf.tidy(() => {
			const outputs = this.#model.apply(this.#images(images, count), { training: false }) as tf.Tensor;
			return Float32Array.from(outputs.dataSync());
		});
	}

	/** A vector answers once per sample, a map once per place. */
	#rows(values: number, count: number): { rows: number; units: number } {
		const units = this.#plan.outputShape.at(-1) ?? 1;
		return { rows: Math.max(count, values / units), units };
	}

	/** The loss as a tensor whose gradient we know: nothing but the outputs crosses to JavaScript, and their gradient back. */
	#differentiableLoss(outputs: tf.Tensor, batch: Batch, classWeights?: readonly number[]): [tf.Scalar, LossValue] {
		const { rows, units } = this.#rows(outputs.size, batch.count);
		const known = batchLoss(this.#loss, outputs.dataSync() as Float32Array, batch, rows, units, classWeights);
		const gradient = known.gradient;
		if (!gradient) throw new Error('the loss gave no gradient');
		const loss = tf.customGrad(() => ({
			value: tf.scalar(known.loss),
			gradFunc: (dy) => tf.mul(dy, tf.tensor(gradient, outputs.shape)),
		}));
		return [loss(outputs) as tf.Scalar, known];
	}

	#penalty(): number {
		return tf.tidy(() => this.#withPenalties(tf.scalar(0)).dataSync()[0] ?? 0);
	}

	/** Adds the weight penalties (L1, L2) that layers ask for. */
	#withPenalties(loss: tf.Scalar): tf.Scalar {
		return this.#model.calculateLosses().reduce((total, penalty) => tf.add(total, penalty), loss);
	}
}

/** Constraints are kept by the step: tfjs would bend weights that are only put in as well. */
function withoutConstraints({ model }: KerasTopology): KerasTopology['model'] {
	const layers = model.config.layers.map((layer) => {
		const config = Object.fromEntries(Object.entries(layer.config).filter(([name]) => !name.endsWith('_constraint')));
		return { ...layer, config };
	});
	return { ...model, config: { ...model.config, layers } };
}

/** tfjs's own sizes are checked against the plan's: its shape code answers nonsense without an error in some cases. */
function assertSizes(plan: ModelPlan, topology: KerasTopology, model: tfl.LayersModel): void {
	for (const op of plan.ops) {
		const layer = topology.layerOf.get(op.name);
		if (layer === undefined) throw new Error(`op ${op.name} has no layer`);
		const built = (model.getLayer(layer).outputShape as (number | null)[]).slice(1);
		if (!built.every((dim, axis) => dim === op.outputShape[axis]) || built.length !== op.outputShape.length) {
			throw new Error(`layer ${op.name} is built as ${built.join('×')} and planned as ${op.outputShape.join('×')}`);
		}
	}
}
