import { copyFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { ModelPlan, NamedWeight } from '#shared/plan/plan.ts';
import { message } from '#shared/text/message.ts';
import type { TrainingConfig } from '#shared/training/config.ts';
import type { TrainingEvent } from '#shared/training/event.ts';
import type { TrainingData } from '../../datasets/trainingData.ts';
import type { Engine, EngineModel } from '../../engine/engine.ts';
import { Problem } from '../../problem.ts';
import { assertFits } from '../assertFits.ts';
import { type CheckpointState, readCheckpoint, writeCheckpoint } from '../checkpoint.ts';
import type { PauseGate } from '../pauseGate.ts';
import { readStartWeights } from '../readStartWeights.ts';
import { runTraining, toJson } from '../run.ts';
import { reasonFor, savingProblem } from '../runEnd.ts';
import { bestWeightsFile, checkpointFile, lastWeightsFile } from '../runFolder.ts';
import { hashOfWeights, readWeightsFile, writeWeightsFile } from '../weightsFile.ts';
import type { DataPlace, FromHost, RunJob } from './protocol.ts';

/** What a run in the host works with. */
export interface RunTools {
	readonly engine: Engine | null;
	readonly signal: AbortSignal;
	readonly gate: PauseGate;
	/** The bundled `main/augment/worker.ts`. */
	readonly augmentWorker: string;
	/** The network before its first step, built or ready since before. */
	createModel(engine: Engine, plan: ModelPlan, weights: readonly NamedWeight[], training: TrainingConfig): Promise<EngineModel>;
	post(message: FromHost): void;
	breathe(): Promise<void>;
	loadData(place: DataPlace, onProgress: (share: number) => void): Promise<TrainingData>;
}

/** Loads data, builds the network, trains it and writes its weights; always ends with an `ended` event and frees its tensors. */
export async function carryOutRun(job: RunJob, tools: RunTools): Promise<void> {
	const { run, folder, plan, training } = job;
	const emit = (event: TrainingEvent): void => tools.post({ kind: 'event', event });
	let model: EngineModel | null = null;
	try {
		const { engine } = tools;
		if (!engine) throw new Problem(message('training.end.noEngine'));
		const report = (share: number): void => emit({ kind: 'preparing', run, stage: 'data', share });
		report(0);
		const data = await tools.loadData(job.data, report);
		tools.signal.throwIfAborted();
		tools.post({ kind: 'data', run, fingerprint: data.fingerprint, classes: [...data.classes] });
		emit({ kind: 'preparing', run, stage: 'model', share: null });
		assertFits(engine, plan, training.batchSize);
		const from = job.isResumed ? await readCheckpoint(checkpointFile(folder)) : null;
		if (from) assertSameStart(from.state, engine, plan, data);
		const weights = from?.weights ?? (await readStartWeights(plan, job.startWeights));
		model = await tools.createModel(engine, plan, weights, training);
		if (from) await model.writeSlots(from.slots);
		if (from && from.state.epochs.length > 0) {
			tools.post({ kind: 'saved', run, sha256: await hashOfWeights(bestWeightsFile(folder)), isBest: true });
		}
		await runTraining(
			{ run, engine: engine.name, model, plan, training, data, from: from?.state ?? null },
			{
				signal: tools.signal,
				augmentWorker: tools.augmentWorker,
				gate: tools.gate,
				emit,
				save: async (weights, isBest) => {
					try {
						const sha256 = await writeWeightsFile(lastWeightsFile(folder), weights);
						if (isBest) await promote(folder);
						tools.post({ kind: 'saved', run, sha256, isBest });
					} catch (error) {
						throw savingProblem(error, folder);
					}
				},
				saveCheckpoint: (checkpoint) =>
					writeCheckpoint(checkpointFile(folder), checkpoint).catch((error: unknown) => {
						throw savingProblem(error, folder);
					}),
				dropCheckpoint: () => rm(checkpointFile(folder), { force: true }),
				readBest: () => readWeightsFile(bestWeightsFile(folder)),
				now: () => performance.now(),
				breathe: tools.breathe,
			},
		);
	} catch (error) {
		if (tools.signal.aborted) emit({ kind: 'ended', run, status: 'stopped', reason: null, evaluation: null });
		else emit({ kind: 'ended', run, status: 'failed', reason: toJson(reasonFor(error, training.batchSize)), evaluation: null });
	} finally {
		model?.dispose();
	}
}

/** A run goes on only where the rest of it would be what it would have been. */
function assertSameStart(state: CheckpointState, engine: Engine, plan: ModelPlan, data: TrainingData): void {
	if (state.fingerprint !== data.fingerprint) throw new Problem(message('training.resume.dataChanged'));
	if (state.engine !== engine.name) {
		const titles = { was: message(`engine.name.${state.engine}`), is: message(`engine.name.${engine.name}`) };
		throw new Problem(message('training.resume.otherEngine', titles));
	}
	if (state.seed !== plan.seed) throw new Error('the checkpoint has another seed than its run');
}

/** The last weights become the best ones, whole or not at all. */
async function promote(folder: string): Promise<void> {
	const best = bestWeightsFile(folder);
	const copy = path.join(folder, '.weights-best.tmp');
	await copyFile(lastWeightsFile(folder), copy);
	await rename(copy, best);
}
