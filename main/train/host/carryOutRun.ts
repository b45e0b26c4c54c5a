import { copyFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { ModelPlan, NamedWeight } from '#shared/plan/plan.ts';
import { message } from '#shared/text/message.ts';
import type { TrainingConfig } from '#shared/training/config.ts';
import type { TrainingEvent } from '#shared/training/event.ts';
import { PicturesLeftOut } from '../../datasets/decode/growingPixels.ts';
import type { OpenedData, RunData } from '../../datasets/trainingData.ts';
import type { Engine, EngineModel } from '../../engine/engine.ts';
import { Problem } from '../../problem.ts';
import { assertFits } from '../assertFits.ts';
import { type CheckpointState, readCheckpoint, writeCheckpoint } from '../checkpoint.ts';
import type { PauseGate } from '../pauseGate.ts';
import { readStartWeights } from '../readStartWeights.ts';
import { type RunWorld, runTraining, toJson } from '../run.ts';
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
	openData(place: DataPlace, onProgress: (share: number) => void): Promise<OpenedData>;
}

/** Opens the data, builds the network, trains it and writes its weights; always ends with an `ended` event and frees its tensors. */
export async function carryOutRun(job: RunJob, tools: RunTools): Promise<void> {
	const { run, folder, training } = job;
	const emit = (event: TrainingEvent): void => tools.post({ kind: 'event', event });
	try {
		const { engine } = tools;
		if (!engine) throw new Problem(message('training.end.noEngine'));
		const report = (share: number): void => emit({ kind: 'preparing', run, stage: 'data', share });
		report(0);
		const opened = await tools.openData(job.data, report);
		tools.signal.throwIfAborted();
		try {
			await trainOn(opened, engine, job, tools);
		} catch (error) {
			if (!(error instanceof PicturesLeftOut)) throw error;
			// Other samples are split and shuffled otherwise: the run becomes the one that it would have been, had it waited.
			await rm(checkpointFile(folder), { force: true });
			report(0);
			const data = await opened.whole;
			await trainOn({ data, whole: opened.whole }, engine, { ...job, isResumed: false }, tools);
		}
	} catch (error) {
		if (tools.signal.aborted) emit({ kind: 'ended', run, status: 'stopped', reason: null, evaluation: null });
		else emit({ kind: 'ended', run, status: 'failed', reason: toJson(reasonFor(error, training.batchSize)), evaluation: null });
	}
}

/** From building the network to the end of the run. Throws `PicturesLeftOut` where it must begin anew over `whole`. */
async function trainOn(opened: OpenedData, engine: Engine, job: RunJob, tools: RunTools): Promise<void> {
	const { run, folder, plan, training } = job;
	const told = opened.whole.then(({ fingerprint, classes }) => tools.post({ kind: 'data', run, fingerprint, classes: [...classes] }));
	// Whoever reads the data meets the error.
	told.catch(() => undefined);
	tools.post({ kind: 'event', event: { kind: 'preparing', run, stage: 'model', share: null } });
	assertFits(engine, plan, training);
	const from = job.isResumed ? await readCheckpoint(checkpointFile(folder)) : null;
	const data = from && from.state.fingerprint !== opened.data.key ? await opened.whole : opened.data;
	if (from) assertSameStart(from.state, engine, plan, data);
	const weights = from?.weights ?? (await readStartWeights(plan, job.startWeights));
	const model = await tools.createModel(engine, plan, weights, training);
	try {
		if (from) await model.writeSlots(from.slots);
		if (from && from.state.epochs.length > 0) {
			tools.post({ kind: 'saved', run, sha256: await hashOfWeights(bestWeightsFile(folder)), isBest: true });
		}
		const input = { run, engine: engine.name, model, plan, training, data, from: from?.state ?? null };
		await runTraining(input, { ...worldOf(job, tools), settleData: () => told });
	} finally {
		model.dispose();
	}
}

/** The run's folder and its listeners. */
function worldOf({ run, folder }: RunJob, tools: RunTools): RunWorld {
	return {
		signal: tools.signal,
		augmentWorker: tools.augmentWorker,
		gate: tools.gate,
		emit: (event) => tools.post({ kind: 'event', event }),
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
	};
}

/** A run goes on only where the rest of it would be what it would have been. */
function assertSameStart(state: CheckpointState, engine: Engine, plan: ModelPlan, data: RunData): void {
	if (state.fingerprint !== data.fingerprint && state.fingerprint !== data.key) throw new Problem(message('training.resume.dataChanged'));
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
