import { compileTopology } from '#main/compile/compileTopology.ts';
import type { KerasTopology } from '#main/compile/topology.ts';
import type { ModelPlan, NamedWeight } from '#shared/plan/plan.ts';
import { message } from '#shared/text/message.ts';
import type { TrainingConfig } from '#shared/training/config.ts';
import type { Engine, EngineModel } from '../engine.ts';
import { chooseLoss } from '../loss.ts';
import type { NativeBinding } from '../native/binding.ts';
import { NotCompilable } from './layers/emitter.ts';
import { CompiledModel } from './model.ts';
import { Session } from './session.ts';
import { type TrainingGraph, writeTrainingGraph } from './step/trainingGraph.ts';

/** Native TensorFlow with the whole training step as one graph. */
export class CompiledEngine implements Engine {
	readonly name = 'native';
	readonly description: string;
	readonly threads: number;
	readonly memoryLimit = null;
	readonly #binding: NativeBinding;
	readonly #opByOp: Engine;

	/** `opByOp` runs what the graph cannot express, on the same library. */
	constructor(binding: NativeBinding, opByOp: Engine) {
		this.#binding = binding;
		this.#opByOp = opByOp;
		this.description = opByOp.description;
		this.threads = opByOp.threads;
	}

	async createModel(plan: ModelPlan, weights: readonly NamedWeight[], training: TrainingConfig): Promise<EngineModel> {
		const topology = compileTopology(plan, { startsFromZeros: true, answersLogits: chooseLoss(plan, training).takesLogits });
		const written = this.#write(plan, topology, training);
		if (written instanceof NotCompilable) {
			const model = await this.#opByOp.createModel(plan, weights, training);
			return Object.assign(model, { slowReason: message('engine.reason.opByOp', { what: written.message }) });
		}
		const session = await Session.open(this.#binding, written.graph.nodes, written.signatures);
		const model = new CompiledModel(plan, training, written, session);
		await model.writeWeights(weights);
		await model.clearSlots();
		return model;
	}

	selfTest(): Promise<string | null> {
		return this.#opByOp.selfTest();
	}

	#write(plan: ModelPlan, topology: KerasTopology, training: TrainingConfig): TrainingGraph | NotCompilable {
		try {
			return writeTrainingGraph(plan, topology, training);
		} catch (error) {
			if (error instanceof NotCompilable) return error;
			throw error;
		}
	}
}
