import { initialWeights } from '#shared/plan/initialWeights.ts';
import type { ModelPlan, NamedWeight } from '#shared/plan/plan.ts';
import { countValues } from '#shared/tensor/shape.ts';
import type { TrainingConfig } from '#shared/training/config.ts';
import type { Engine, EngineModel } from '../../engine/engine.ts';
import { toBatch } from '../batches.ts';
import type { Breathe } from '../evaluateSamples.ts';
import type { LoadData } from './answers.ts';
import type { PrepareJob } from './protocol.ts';

/** Larger networks are not built ahead: their weights and slots would fill memory that nobody asked for, and their first batch takes longer than building them. */
const MOST_WEIGHTS = 8_000_000;

/** What a preparation works with. */
export interface PreparationTools {
	readonly loadData: LoadData;
	readonly breathe: Breathe;
}

interface Prepared {
	readonly key: string;
	readonly stop: AbortController;
	/** A run waits for the network: what it does not need is left out. */
	isAwaited: boolean;
	/** `null` where there is nothing to take. */
	readonly model: Promise<EngineModel | null>;
}

/**
 * Does ahead what a run would do between its start and its first batch: reads the data, builds the network, and lets the engine choose
 * its kernels by a step on one black picture. Whoever takes the network gives it the weights to begin with, so that a run ends with the same
 * weights whether it was prepared or not. One network at most is kept; another document takes its place.
 */
export class Preparation {
	readonly #tools: PreparationTools;
	#prepared: Prepared | null = null;

	constructor(tools: PreparationTools) {
		this.#tools = tools;
	}

	/** Begins; what was prepared before for anything else is dropped. Ends when ready, dropped, or not possible: the run will say why. */
	async begin(engine: Engine, job: PrepareJob): Promise<void> {
		const key = keyOf(job.plan, job.training);
		if (this.#prepared?.key !== key) {
			const stop = new AbortController();
			const before = this.drop();
			const work = async (): Promise<EngineModel | null> => {
				await before;
				return this.#make(engine, job, stop.signal, () => prepared.isAwaited);
			};
			const prepared: Prepared = { key, stop, isAwaited: false, model: work().catch(() => null) };
			this.#prepared = prepared;
		}
		await this.#prepared.model;
	}

	/** The network with these weights, before its first step: the prepared one where it is of this plan and these settings, else a new one. */
	async createModel(engine: Engine, plan: ModelPlan, weights: readonly NamedWeight[], training: TrainingConfig): Promise<EngineModel> {
		if (this.#prepared?.key === keyOf(plan, training)) {
			const { model } = this.#prepared;
			this.#prepared.isAwaited = true;
			this.#prepared = null;
			const ready = await model;
			if (ready) {
				await ready.writeWeights(weights);
				return ready;
			}
		}
		await this.drop();
		return engine.createModel(plan, weights, training);
	}

	/** Frees what is kept; ends when it is free. */
	async drop(): Promise<void> {
		const before = this.#prepared;
		this.#prepared = null;
		before?.stop.abort();
		(await before?.model)?.dispose();
	}

	async #make(
		engine: Engine,
		{ plan, training, data }: PrepareJob,
		signal: AbortSignal,
		isAwaited: () => boolean,
	): Promise<EngineModel | null> {
		const goOn = async (): Promise<void> => {
			await this.#tools.breathe();
			signal.throwIfAborted();
		};
		await goOn();
		// A folder is read when it is trained on: decoding it may take minutes, and begins with the pictures that come first.
		if (data.reference.kind === 'bundled') await this.#tools.loadData(data);
		if (plan.weightCount > MOST_WEIGHTS) return null;
		await goOn();
		const model = await engine.createModel(plan, initialWeights(plan), training);
		try {
			await goOn();
			await tryOut(model, plan, goOn, isAwaited);
			return model;
		} catch (error) {
			model.dispose();
			throw error;
		}
	}
}

/**
 * Both kinds of step, with and without a look at the gradients; the optimizer's memory is put back, the weights are not. A run that waits
 * takes its own first step instead.
 */
async function tryOut(model: EngineModel, plan: ModelPlan, goOn: () => Promise<void>, isAwaited: () => boolean): Promise<void> {
	if (isAwaited()) return;
	const slots = await model.readSlots();
	const picture = toBatch(new Uint8Array(countValues(plan.inputShape)), Int32Array.of(0));
	for (const wantsGradientNorms of [true, false]) {
		await model.trainStep(picture, 0, { wantsGradientNorms });
		await goOn();
		if (isAwaited()) break;
	}
	await model.writeSlots(slots);
}

/** A network may be trained by a run only where the run would build the same one. */
function keyOf(plan: ModelPlan, training: TrainingConfig): string {
	return JSON.stringify([plan, training]);
}
