import { randomBytes } from 'node:crypto';
import { statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { DatasetReference, Split } from '#shared/datasets/dataset.ts';
import type { GraphDocument, WeightsReference } from '#shared/graph/document.ts';
import type { Diagnostic } from '#shared/inference/diagnostic.ts';
import type { Picture } from '#shared/pictures/pixels.ts';
import { buildPlan } from '#shared/plan/buildPlan.ts';
import type { ModelPlan } from '#shared/plan/plan.ts';
import { message } from '#shared/text/message.ts';
import type { EngineName, Evaluation, RunNotes, RunSummary, StartedFrom, TrainingEvent } from '#shared/training/event.ts';
import type { RateEvent } from '#shared/training/rateFinder.ts';
import { Broadcast } from '../broadcast.ts';
import { bundledReferences } from '../datasets/bundled.ts';
import { describeDataset } from '../datasets/datasets.ts';
import { readDocument } from '../documents/documentText.ts';
import { WeightsStore, weightsFileFor } from '../documents/weightsStore.ts';
import { Answers } from '../evaluate/answers.ts';
import type { ProofInputs } from '../export/exporter.ts';
import { codeOf, Problem } from '../problem.ts';
import type { EngineStatus, Prediction, RunAnswer, RunDetails, TrainedModel, Training } from '../services/training.ts';
import { words } from '../words.ts';
import { ActiveRun } from './activeRun.ts';
import { bestOf } from './bestEpoch.ts';
import { readCheckpointState } from './checkpoint.ts';
import { Engines } from './engines.ts';
import type { HostKind } from './host/link.ts';
import type { DataPlace } from './host/protocol.ts';
import { resumedEvents } from './resumedEvents.ts';
import { toJson } from './run.ts';
import { reasonFor } from './runEnd.ts';
import { bestWeightsFile, checkpointFile, lastWeightsFile } from './runFolder.ts';
import type { RunRecord } from './runRecord.ts';
import { RunStore } from './runStore.ts';
import { StartWeights, startOf } from './startWeights.ts';
import { readWeightsFile, writeWeightsFile } from './weightsFile.ts';

/** Places and choices that a shell decides. */
export interface TrainingOptions {
	/** Per-user folder; runs are kept in `runs/` inside it. */
	readonly dataFolder: string;
	readonly assetsFolder: string;
	/** The bundled `main/train/host/worker.ts`. */
	readonly workerFile: string;
	/** A process where the native library cannot live beside the shell; a thread elsewhere. */
	readonly hostKind?: HostKind;
	/** Engine to prefer when a run does not ask for one. */
	readonly engine?: EngineName | null;
	/** There is a window, which must stay smooth while a network trains. */
	readonly givesWay?: boolean;
	readonly version: string;
	readonly now?: () => Date;
}

/** Makes the training services over one data folder. The engine starts with the first request that needs it. */
export function createTraining(options: TrainingOptions): Training {
	return new TrainingService(options);
}

interface Waiting {
	readonly active: ActiveRun;
	readonly plan: ModelPlan;
	readonly engine: EngineName | null;
	readonly isResumed: boolean;
}

class TrainingService implements Training {
	readonly #options: TrainingOptions;
	readonly #instance = randomBytes(8).toString('hex');
	readonly #store: RunStore;
	readonly #engines: Engines;
	readonly #answers: Answers;
	readonly #starts: StartWeights;
	/** Runs of this program that are not over, in the order they were asked for; the first one trains. */
	readonly #active = new Map<string, Waiting>();
	/** Runs being made ready to go on. */
	readonly #resuming = new Set<string>();
	#isClosed = false;

	constructor(options: TrainingOptions) {
		this.#options = options;
		this.#store = new RunStore(path.join(options.dataFolder, 'runs'), this.#instance);
		this.#engines = new Engines({
			kind: options.hostKind ?? 'thread',
			workerFile: options.workerFile,
			preferred: options.engine ?? null,
			givesWay: options.givesWay ?? false,
		});
		this.#answers = new Answers(this.#engines);
		this.#starts = new StartWeights(new WeightsStore(path.join(options.dataFolder, 'weights')));
	}

	startEngine(): void {
		this.#engines.start(bundledReferences.map((reference) => ({ reference, ...this.#dataOptions(), size: null })));
	}

	engineStatus(signal?: AbortSignal): AsyncGenerator<EngineStatus, void, void> {
		return this.#engines.watch(signal);
	}

	async start(document: GraphDocument, engine: EngineName | null): Promise<string> {
		const { plan, classes } = await this.#planFor(document);
		const startedFrom = await this.#starts.describe(document, plan);
		const record = await this.#newRecord(document, plan, { classes, engine, startedFrom });
		await this.#create(record, document);
		this.#enqueue(record, { plan, engine, isResumed: false }, []);
		return record.id;
	}

	async adopt(document: GraphDocument): Promise<string> {
		const planned = buildPlan(document, { dataset: null, answersOnly: true });
		if (!planned.ok) throw startRefused(planned.problem);
		const plan = planned.value;
		const startedFrom = await this.#starts.describe(document, plan);
		if (!startedFrom) throw new Problem(message('documents.problem.noWeights', { name: document.name }));
		const known = await this.#starts.findAdopted(this.#store, document, startedFrom);
		if (known !== null) return known;
		const record = await this.#newRecord(document, plan, { classes: await this.#classesOf(document, plan), engine: null, startedFrom });
		await this.#create(record, document);
		const { place, weights } = await this.#starts.readIn(this.#store.folderOf(record.id), plan, startedFrom);
		const weightsHash = await writeWeightsFile(place, weights);
		const name = words.text(message('training.run.adopted'));
		await this.#store.write({ ...record, name, status: 'finished', endedAt: record.startedAt, weightsHash });
		return record.id;
	}

	async takeWeights(run: string): Promise<WeightsReference> {
		const { record, plan, place } = await this.#trained(run);
		return { file: weightsFileFor(record.documentName), sha256: await this.#starts.keep(plan, await readWeightsFile(place.weightsFile)) };
	}

	async startsFrom(document: GraphDocument): Promise<StartedFrom | null> {
		const planned = buildPlan(document, { dataset: null });
		return planned.ok ? this.#starts.describe(document, planned.value) : null;
	}

	async prepare(document: GraphDocument, engine: EngineName | null): Promise<void> {
		const { dataset: reference, training } = document;
		if (reference === null || this.#active.size > 0 || this.#isClosed) return;
		// A document with errors is one that is being drawn; who starts it is told.
		const planned = await this.#planFor(document).catch(() => null);
		if (planned === null || this.#active.size > 0 || this.#isClosed) return;
		const { plan } = planned;
		await this.#engines.prepare(engine, { plan, training, data: this.#placeOf(reference, plan) });
	}

	async resume(run: string): Promise<void> {
		// Files are read and written before the run is in the queue, where a second call would find it.
		if (this.#resuming.has(run)) throw new Problem(message('training.run.active'));
		this.#resuming.add(run);
		try {
			await this.#resume(run);
		} finally {
			this.#resuming.delete(run);
		}
	}

	async #resume(run: string): Promise<void> {
		const record = await this.#store.read(run);
		if (this.#active.has(run)) throw new Problem(message('training.run.active'));
		if (!this.#store.summarize(record).canResume) throw new Problem(message('training.resume.over', { name: record.name }));
		const { document } = readDocument(JSON.stringify(record.document), record.documentName);
		const { plan } = await this.#planFor(document);
		const folder = this.#store.folderOf(run);
		const from = await readCheckpointState(checkpointFile(folder)).catch((error: unknown) => {
			throw new Problem(message('training.run.unreadable', { file: checkpointFile(folder) }), { cause: error });
		});
		const events = resumedEvents(run, await this.#store.readEvents(run), from);
		const epochs = from?.epochs ?? [];
		const going: RunRecord = {
			...record,
			status: 'queued',
			reason: null,
			endedAt: null,
			epochs: [...epochs],
			bestEpoch: bestOf(epochs)?.epoch ?? null,
			advice: record.advice.filter(({ advice }) => from?.advised.includes(advice)),
			owner: { pid: process.pid, instance: this.#instance },
		};
		await this.#store.removeLeftovers(run);
		await this.#store.replaceEvents(run, events);
		await this.#store.write(going);
		this.#enqueue(going, { plan, engine: from?.engine ?? record.engine ?? record.askedEngine, isResumed: true }, events);
	}

	async pause(run: string): Promise<void> {
		this.#engines.controlRun(run, 'pause');
	}

	async continue(run: string): Promise<void> {
		this.#engines.controlRun(run, 'continue');
	}

	async step(run: string): Promise<void> {
		this.#engines.controlRun(run, 'step');
	}

	async *events(run: string, signal?: AbortSignal): AsyncGenerator<TrainingEvent, void, void> {
		const entry = this.#active.get(run);
		if (entry) {
			yield* entry.active.listen(signal);
			return;
		}
		const record = await this.#store.read(run);
		const events = await this.#store.readEvents(run);
		yield* events;
		// A program that died wrote no end.
		if (events.at(-1)?.kind !== 'ended') {
			yield { kind: 'ended', run, status: 'failed', reason: record.reason ?? { id: 'training.result.interrupted' }, evaluation: null };
		}
	}

	async *findRate(document: GraphDocument, signal?: AbortSignal): AsyncGenerator<RateEvent, void, void> {
		const { plan } = await this.#planFor(document);
		const { dataset: reference, training } = document;
		if (!reference) throw new Error('a search without data was assumed to be refused');
		if (this.#active.size > 0) throw new Problem(message('training.rateFinder.busy'));
		const search = `search-${randomBytes(8).toString('hex')}`;
		const told: RateEvent[] = [{ kind: 'preparing', stage: 'engine' }];
		const events = new Broadcast<RateEvent>(() => told);
		const startWeights = await this.#starts.find(document);
		this.#engines.search({ search, plan, training, data: this.#placeOf(reference, plan), startWeights }, (event) => {
			told.push(event);
			events.send(event);
			if (event.kind === 'ended') events.close();
		});
		try {
			yield* events.listen(signal);
		} finally {
			// Nobody listens any more; one that has ended is not found.
			this.#engines.stopRun(search);
		}
	}

	async stop(run: string): Promise<void> {
		const entry = this.#active.get(run);
		if (!entry) return;
		if (entry.active.record.status === 'queued') this.#end(entry.active, 'stopped');
		else this.#engines.stopRun(run);
	}

	list(documentId: string | null): Promise<readonly RunSummary[]> {
		return this.#store.list(documentId);
	}

	async annotate(run: string, changes: RunNotes): Promise<void> {
		const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
		const entry = this.#active.get(run);
		if (entry) {
			entry.active.update(given);
			await entry.active.save();
		} else {
			await this.#store.write({ ...(await this.#store.read(run)), ...given });
		}
	}

	async details(run: string): Promise<RunDetails> {
		const record = this.#active.get(run)?.active.record ?? (await this.#store.read(run));
		const { document } = readDocument(JSON.stringify(record.document), record.documentName);
		const { training, dataset, made } = record;
		return { document, training, dataset, made };
	}

	async remove(run: string): Promise<void> {
		const { status } = this.#store.summarize(await this.#store.read(run));
		if (status === 'running' || status === 'queued') throw new Problem(message('training.run.active'));
		await this.#store.remove(run);
	}

	async answers(
		run: string,
		offset: number,
		count: number,
		only: 'all' | 'wrong',
	): Promise<{ readonly total: number; readonly answers: readonly RunAnswer[] }> {
		return this.#answers.list(await this.#trained(run), offset, count, only);
	}

	async predictSample(run: string, split: Split, index: number): Promise<Prediction> {
		return this.#answers.predictSample(await this.#trained(run), split, index);
	}

	async predictPicture(run: string, picture: Picture): Promise<Prediction> {
		return this.#answers.predictPicture(await this.#trained(run), picture);
	}

	async evaluate(run: string): Promise<Evaluation> {
		const trained = await this.#trained(run);
		if (trained.record.evaluation) return trained.record.evaluation;
		const evaluation = await this.#answers.evaluate(trained);
		if (!this.#active.has(run)) await this.#store.write({ ...(await this.#store.read(run)), evaluation });
		return evaluation;
	}

	async readModel(run: string): Promise<TrainedModel> {
		const { record, plan, place } = await this.#trained(run);
		const weights = await readWeightsFile(place.weightsFile);
		return { run: this.#store.summarize(record), plan, weights, classes: record.dataset.classes };
	}

	async readSavedModel(
		folder: string,
		{ images, count, shape }: ProofInputs,
		wantsInside: boolean,
	): Promise<ReadonlyMap<string, Float32Array>> {
		const question = { kind: 'savedModel' as const, folder, images, count, shape: [...shape], wantsInside };
		return (await this.#engines.ask<'savedModel'>(question)).values;
	}

	async close(): Promise<void> {
		this.#isClosed = true;
		const open = [...this.#active.values()].reverse();
		for (const { active } of open) {
			if (active.record.status === 'queued') this.#end(active, 'stopped');
			else this.#engines.stopRun(active.record.id);
		}
		await Promise.race([Promise.all(open.map(({ active }) => active.over)), delay(CLOSING_MS)]);
		await this.#engines.close();
	}

	#enqueue(record: RunRecord, job: Omit<Waiting, 'active'>, events: readonly TrainingEvent[]): void {
		const active = new ActiveRun(this.#store, record, (error) => this.#failWriting(record.id, error), events);
		this.#active.set(record.id, { active, ...job });
		void active.over.then(() => {
			this.#active.delete(record.id);
			this.#trainNext();
		});
		if (this.#active.size === 1) this.#trainNext();
	}

	async #planFor(document: GraphDocument): Promise<{ readonly plan: ModelPlan; readonly classes: readonly string[] }> {
		const { dataset: reference } = document;
		if (!reference) throw new Problem(message('training.start.noData'));
		const dataset = await describeDataset(reference, this.#dataOptions());
		const planned = buildPlan(document, { dataset, memoryBudget: os.totalmem() });
		if (!planned.ok) {
			throw startRefused(planned.problem);
		}
		return { plan: planned.value, classes: dataset.classes };
	}

	/** The longest waiting run begins, when none is under way. */
	#trainNext(): void {
		const [next] = this.#active.values();
		if (!next || this.#isClosed) return;
		const { active, plan, engine, isResumed } = next;
		const { id, training } = active.record;
		const folder = this.#store.folderOf(id);
		active.update(isResumed ? { status: 'running' } : { status: 'running', startedAt: this.#now() });
		active.take({ kind: 'preparing', run: id, stage: 'engine', share: null }, this.#now());
		this.#engines.run(
			engine,
			{
				run: id,
				folder,
				plan,
				training,
				data: this.#dataPlaceOf(active.record, plan),
				isResumed,
				startWeights: startOf(folder, active.record),
			},
			{
				onEvent: (event) => {
					if (event.kind === 'started') active.update({ made: { ...active.record.made, engine: this.#engines.description } });
					active.take(event, this.#now());
				},
				onData: (fingerprint, classes) => active.update({ dataset: { ...active.record.dataset, fingerprint, classes: [...classes] } }),
				onSaved: (sha256, isBest) => {
					if (isBest) active.update({ weightsHash: sha256 });
				},
			},
		);
	}

	/** A run that has no place on the disk is refused in words; there is nothing to keep yet. */
	#creationProblem(error: unknown): unknown {
		const code = codeOf(error) ?? '';
		if (code === 'ENOSPC' || code === 'EDQUOT')
			return new Problem(message('training.start.diskFull', { folder: this.#options.dataFolder }));
		if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
			return new Problem(message('cli.doctor.notWritable', { folder: this.#options.dataFolder }));
		}
		return error;
	}

	#end(active: ActiveRun, status: 'stopped'): void {
		active.take({ kind: 'ended', run: active.record.id, status, reason: null, evaluation: null }, this.#now());
	}

	#failWriting(run: string, error: unknown): void {
		const entry = this.#active.get(run);
		if (!entry) return;
		this.#engines.abandonRun(run);
		const reason = toJson(reasonFor(error, entry.active.record.training.batchSize));
		entry.active.take({ kind: 'ended', run, status: 'failed', reason, evaluation: null }, this.#now());
	}

	/** A run's network and where its weights lie; throws a `Problem` when it has none. */
	async #trained(run: string) {
		const record = this.#active.get(run)?.active.record ?? (await this.#store.read(run));
		const folder = this.#store.folderOf(run);
		// While a run is held, its network is looked at as it is now.
		const isHeld = this.#active.get(run)?.active.isPaused ?? false;
		const weightsFile = isHeld ? lastWeightsFile(folder) : bestWeightsFile(folder);
		const about = statSync(weightsFile, { throwIfNoEntry: false });
		if (!about) throw new Problem(message('training.run.noWeights', { name: record.name }));
		const { document } = readDocument(JSON.stringify(record.document), record.documentName);
		// The data may be gone; sizes come from the document alone.
		const planned = buildPlan(document, { dataset: null, answersOnly: true });
		if (!planned.ok) throw new Problem(message('training.run.unreadable', { file: this.#store.folderOf(run) }));
		const plan = planned.value;
		return {
			record,
			plan,
			data: this.#dataPlace(record, plan),
			place: { run, version: `${isHeld ? 'now' : 'best'} ${about.mtimeMs}`, plan, weightsFile },
		};
	}

	async #newRecord(document: GraphDocument, plan: ModelPlan, { classes, engine: askedEngine, startedFrom }: NewRun): Promise<RunRecord> {
		const reference = document.dataset;
		const { optimizer, learningRate, batchSize, epochs } = document.training;
		const before = await this.#store.list(document.id);
		const startedAt = this.#now();
		return {
			format: 'layerloom-run',
			version: 1,
			id: `${startedAt.replace(/\D/g, '').slice(0, 14)}-${randomBytes(3).toString('hex')}`,
			documentId: document.id,
			documentName: document.name,
			name: words.text(message('training.run.name', { number: before.length + 1 })),
			status: 'queued',
			reason: null,
			startedAt,
			endedAt: null,
			engine: null,
			askedEngine,
			settings: { optimizer, learningRate, batchSize, epochs, seed: document.seed },
			epochs: [],
			bestEpoch: null,
			evaluation: null,
			isStarred: false,
			notes: '',
			advice: [],
			weights: plan.weightCount,
			startedFrom,
			document,
			training: { ...document.training },
			dataset: { reference, fingerprint: null, classes: [...classes] },
			weightsHash: null,
			made: {
				program: this.#options.version,
				node: process.version,
				engine: null,
				platform: `${process.platform} ${process.arch} ${os.release()}`,
				processor: os.cpus()[0]?.model.trim() ?? '',
				cores: os.availableParallelism(),
				memoryBytes: os.totalmem(),
			},
			owner: { pid: process.pid, instance: this.#instance },
		};
	}

	#dataOptions() {
		const { assetsFolder, dataFolder } = this.#options;
		return { assetsFolder, cacheFolder: path.join(dataFolder, 'cache', 'pictures') };
	}

	#dataPlace({ dataset }: RunRecord, plan: ModelPlan): DataPlace | null {
		return dataset.reference && this.#placeOf(dataset.reference, plan);
	}

	#dataPlaceOf(record: RunRecord, plan: ModelPlan): DataPlace {
		const place = this.#dataPlace(record, plan);
		if (!place) throw new Error('a run without data was assumed to be refused');
		return place;
	}

	async #create(record: RunRecord, document: GraphDocument): Promise<void> {
		try {
			await this.#store.create(record);
			await this.#starts.copyInto(this.#store.folderOf(record.id), document);
		} catch (error) {
			throw this.#creationProblem(error);
		}
	}

	/** Names from the data where there is some of as many classes, else numbers in the order of the answer. */
	async #classesOf({ dataset }: GraphDocument, { outputShape }: ModelPlan): Promise<readonly string[]> {
		const count = outputShape.at(-1) ?? 0;
		const described = dataset && (await describeDataset(dataset, this.#dataOptions()));
		if (described?.classes.length === count) return described.classes;
		return Array.from({ length: count }, (_, place) => words.text(message('training.run.class', { number: place })));
	}

	#placeOf(reference: DatasetReference, plan: ModelPlan): DataPlace {
		const [height, width, channels] = plan.inputShape;
		const isMap = plan.inputShape.length === 3 && height !== undefined && width !== undefined && channels !== undefined;
		return { reference, ...this.#dataOptions(), size: isMap ? [height, width, channels] : null };
	}

	#now(): string {
		return (this.#options.now?.() ?? new Date()).toISOString();
	}
}

interface NewRun {
	readonly classes: readonly string[];
	readonly engine: EngineName | null;
	readonly startedFrom: StartedFrom | null;
}

/** Longest wait for a batch to end when the program closes. */
const CLOSING_MS = 5000;

function startRefused(problems: readonly Diagnostic[]): Problem {
	const [first] = problems;
	return new Problem(message('training.start.hasErrors', { count: problems.length, first: first?.title ?? '', text: first?.text ?? '' }));
}

function delay(durationMs: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, durationMs).unref());
}
