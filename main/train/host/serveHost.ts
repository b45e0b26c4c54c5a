import { message } from '#shared/text/message.ts';
import type { EngineName } from '#shared/training/event.ts';
import { loadTrainingData } from '../../datasets/datasets.ts';
import { openFolder } from '../../datasets/folderOpening.ts';
import { type OpenedData, openedWhole, type TrainingData } from '../../datasets/trainingData.ts';
import type { Engine } from '../../engine/engine.ts';
import { pickEngine } from '../../engine/pickEngine.ts';
import { Problem } from '../../problem.ts';
import { PauseGate } from '../pauseGate.ts';
import { reasonFor } from '../runEnd.ts';
import { Answerer } from './answers.ts';
import { carryOutRun } from './carryOutRun.ts';
import { carryOutSearch } from './carryOutSearch.ts';
import { Preparation } from './preparation.ts';
import { type DataPlace, type FromHost, type PrepareJob, type RunJob, type SearchJob, toHostSchema } from './protocol.ts';

/** The host's side of the protocol: one engine, one run at a time, questions in between. `augmentWorker` and `decodeWorker` are the bundled `worker.ts` of `main/augment` and `main/datasets/decode`. */
export function serveHost(
	post: (message: FromHost) => void,
	listen: (listener: (message: unknown) => void) => void,
	augmentWorker: string,
	decodeWorker: string,
): void {
	let engine: Promise<Engine | null> | null = null;
	let answerer: Answerer | null = null;
	const runs = new Map<string, { readonly stop: AbortController; readonly gate: PauseGate }>();
	const cache = new DataCache();
	const preparation = new Preparation({ loadData: (place) => cache.load(place), breathe });

	const open = async (preferred: EngineName | null): Promise<Engine | null> => {
		const picked = await pickEngine(preferred);
		const { name = null, description = null, threads = null } = picked.engine ?? {};
		post({ kind: 'opened', status: { name, description, threads, reasons: [...picked.reasons] } });
		if (picked.engine) answerer = new Answerer(picked.engine, (place) => cache.load(place), breathe);
		return picked.engine;
	};

	const prepare = async (id: number, job: PrepareJob): Promise<void> => {
		const ready = await engine;
		if (ready && runs.size === 0) await preparation.begin(ready, job);
		post({ kind: 'prepared', id });
	};

	const search = async (job: SearchJob): Promise<void> => {
		const stop = new AbortController();
		runs.set(job.search, { stop, gate: new PauseGate() });
		const loadData = (place: DataPlace): Promise<TrainingData> => cache.load(place, undefined, stop.signal);
		await carryOutSearch(job, { engine: await engine, signal: stop.signal, augmentWorker, post, breathe, loadData });
		runs.delete(job.search);
	};

	const run = async (job: RunJob): Promise<void> => {
		const stop = new AbortController();
		const gate = new PauseGate();
		runs.set(job.run, { stop, gate });
		await carryOutRun(job, {
			engine: await engine,
			signal: stop.signal,
			gate,
			augmentWorker,
			createModel: (...asked) => preparation.createModel(...asked),
			post,
			breathe,
			openData: (place, onProgress) => cache.open(place, decodeWorker, onProgress, stop.signal),
		});
		runs.delete(job.run);
	};

	listen((received) => {
		const request = toHostSchema.parse(received);
		switch (request.kind) {
			case 'open':
				engine = open(request.preferred);
				return;
			case 'read':
				// Who needs it later is told what is wrong with it.
				void engine?.then(() => loadTrainingData(request.data.reference, request.data)).catch(() => undefined);
				return;
			case 'prepare':
				void prepare(request.id, request.job);
				return;
			case 'run':
				void run(request.job);
				return;
			case 'search':
				void search(request.job);
				return;
			case 'stop':
				runs.get(request.run)?.stop.abort();
				runs.get(request.run)?.gate.open();
				return;
			case 'pause':
				runs.get(request.run)?.gate.hold();
				return;
			case 'continue':
				runs.get(request.run)?.gate.open();
				return;
			case 'step':
				runs.get(request.run)?.gate.passOne();
				return;
			case 'ask': {
				const { id, question } = request;
				const answering = async (): Promise<FromHost> => {
					await engine;
					if (!answerer) throw new Problem(message('training.end.noEngine'));
					return { kind: 'answer', id, answer: await answerer.answer(question) };
				};
				answering().then(post, (error: unknown) => post({ kind: 'refusal', id, reason: reasonFor(error, 1) }));
				return;
			}
		}
	});
}

/** Lets waiting messages in between two batches. */
function breathe(): Promise<void> {
	return new Promise((resolve) => setImmediate(resolve));
}

/** The last dataset stays in memory, since runs and questions mostly concern the same one. */
class DataCache {
	#key = '';
	#data: Promise<TrainingData> | null = null;

	/** For a run, which begins while the rest is decoded. */
	async open(place: DataPlace, decodeWorker: string, onProgress: (share: number) => void, signal: AbortSignal): Promise<OpenedData> {
		const { reference, assetsFolder, cacheFolder, size } = place;
		if (reference.kind === 'bundled') return openedWhole(await this.load(place, onProgress, signal));
		return openFolder(reference, { assetsFolder, cacheFolder, size, decodeWorker, onProgress, signal });
	}

	load(place: DataPlace, onProgress?: (share: number) => void, signal?: AbortSignal): Promise<TrainingData> {
		const key = JSON.stringify([place.reference, place.size]);
		// A folder may have changed since; its loader answers from its own cache of decoded pictures.
		if (this.#data && this.#key === key && place.reference.kind === 'bundled') return this.#data;
		const { reference, assetsFolder, cacheFolder, size } = place;
		const data = loadTrainingData(reference, {
			assetsFolder,
			cacheFolder,
			size,
			...(onProgress && { onProgress }),
			...(signal && { signal }),
		});
		this.#key = key;
		this.#data = data;
		data.catch(() => {
			if (this.#data === data) this.#data = null;
		});
		return data;
	}
}
