import * as tf from '@tensorflow/tfjs-core';
import { compileTopology } from '#main/compile/compileTopology.ts';
import type { ModelPlan, NamedWeight } from '#shared/plan/plan.ts';
import type { TrainingConfig } from '#shared/training/config.ts';
import type { EngineName } from '#shared/training/event.ts';
import type { Engine, EngineModel } from '../engine.ts';
import { registerLayers } from '../layers/register.ts';
import { chooseLoss } from '../loss.ts';
import { findWrongGradient } from '../selfTest.ts';
import { OpByOpModel } from './model.ts';

/** A tfjs backend that is loaded and ready. */
export interface ReadyBackend {
	readonly name: EngineName;
	/** tfjs's name for it: `tensorflow`, `wasm`, `cpu`. */
	readonly backend: string;
	readonly description: string;
	readonly threads: number;
	readonly memoryLimit: number | null;
}

/** An engine that runs one tfjs op after the other on a ready backend. */
export class OpByOpEngine implements Engine {
	readonly name: EngineName;
	readonly description: string;
	readonly threads: number;
	readonly memoryLimit: number | null;
	readonly #backend: string;

	constructor(ready: ReadyBackend) {
		this.name = ready.name;
		this.description = ready.description;
		this.threads = ready.threads;
		this.memoryLimit = ready.memoryLimit;
		this.#backend = ready.backend;
		// Without it every backend but the native one greets on standard error.
		tf.enableProdMode();
		registerLayers();
	}

	async createModel(plan: ModelPlan, weights: readonly NamedWeight[], training: TrainingConfig): Promise<EngineModel> {
		const topology = compileTopology(plan, { startsFromZeros: true, answersLogits: chooseLoss(plan, training).takesLogits });
		const model = await OpByOpModel.create(plan, topology, training, () => this.#activate());
		await model.writeWeights(weights);
		return model;
	}

	async selfTest(): Promise<string | null> {
		await this.#activate();
		return findWrongGradient();
	}

	async #activate(): Promise<void> {
		if (tf.getBackend() !== this.#backend && !(await tf.setBackend(this.#backend))) {
			throw new Error(`the backend ${this.#backend} is gone`);
		}
	}
}
