import type { TrainingEvent } from '#shared/training/event.ts';
import { Broadcast } from '../broadcast.ts';
import { bestOf } from './bestEpoch.ts';
import { tensorBoardFolder } from './runFolder.ts';
import type { RunRecord } from './runRecord.ts';
import type { RunStore } from './runStore.ts';
import { EventLog, type TimedEvent } from './tensorboard/eventLog.ts';

/** Shortest time between two writes of a run's files, in milliseconds; the end is written at once. */
const WRITE_GAP_MS = 1000;

/** A run of this program that is not over: its record, its events so far, and who listens. */
export class ActiveRun {
	readonly #store: RunStore;
	readonly #events: TrainingEvent[];
	readonly #broadcast = new Broadcast<TrainingEvent>(() => this.#events);
	readonly #over: Promise<void>;
	#finish: () => void = () => undefined;
	#record: RunRecord;
	readonly #log: EventLog;
	#unwritten: TimedEvent[] = [];
	#writtenAt = 0;
	#isPaused = false;
	/** Work on one event ends before that on the next begins. */
	#tail: Promise<void> = Promise.resolve();
	/** Called once when the run's files cannot be written. */
	readonly #onWriteError: (error: unknown) => void;

	/** `events`: what happened before, when a run goes on; it is on the disk already. */
	constructor(store: RunStore, record: RunRecord, onWriteError: (error: unknown) => void, events: readonly TrainingEvent[] = []) {
		this.#events = [...events];
		this.#store = store;
		this.#record = record;
		this.#log = new EventLog(tensorBoardFolder(store.folderOf(record.id)), record.training, Date.parse(record.startedAt), events);
		this.#onWriteError = onWriteError;
		this.#over = new Promise((resolve) => {
			this.#finish = resolve;
		});
	}

	/** Held between two batches; the last weights are on the disk. */
	get isPaused(): boolean {
		return this.#isPaused;
	}

	get record(): RunRecord {
		return this.#record;
	}

	/** Settled when the last event is written and sent. */
	get over(): Promise<void> {
		return this.#over;
	}

	update(change: Partial<RunRecord>): void {
		this.#record = { ...this.#record, ...change };
	}

	/** Writes the record now. */
	save(): Promise<void> {
		return this.#store.write(this.#record);
	}

	listen(signal?: AbortSignal): AsyncGenerator<TrainingEvent, void, void> {
		return this.#broadcast.listen(signal);
	}

	/** Takes the next event in: record, files, listeners, in this order. */
	take(event: TrainingEvent, at: string): void {
		this.#tail = this.#tail.then(() => this.#take(event, at));
	}

	async #take(event: TrainingEvent, at: string): Promise<void> {
		this.update(changeBy(event, this.#record, at));
		this.#unwritten.push({ event, at: Date.parse(at) });
		await this.#write(event.kind === 'ended');
		// Together, so that nobody who begins to listen meanwhile gets it twice.
		this.#events.push(event);
		this.#isPaused = event.kind === 'paused';
		this.#broadcast.send(event);
		if (event.kind !== 'ended') return;
		this.#broadcast.close();
		this.#finish();
	}

	async #write(isLast: boolean): Promise<void> {
		const now = performance.now();
		if (!isLast && now - this.#writtenAt < WRITE_GAP_MS) return;
		this.#writtenAt = now;
		const events = this.#unwritten;
		this.#unwritten = [];
		try {
			const lines = events.map(({ event }) => event);
			await this.#store.appendEvents(this.#record.id, lines);
			await this.#log.append(events);
			await this.#store.write(this.#record);
		} catch (error) {
			// The last event goes out even where nothing can be written any more.
			if (!isLast) this.#onWriteError(error);
		}
	}
}

/** What an event changes in the record. */
function changeBy(event: TrainingEvent, record: RunRecord, endedAt: string): Partial<RunRecord> {
	switch (event.kind) {
		case 'started':
			return { status: 'running', engine: event.engine };
		case 'epoch': {
			// A run that begins anew, over fewer pictures, comes to its epochs again.
			const epochs = [...record.epochs.filter(({ epoch }) => epoch < event.result.epoch), event.result];
			return { epochs, bestEpoch: bestOf(epochs)?.epoch ?? null };
		}
		case 'advice': {
			const { advice, node, epoch, message } = event;
			return { advice: [...record.advice, { advice, node, epoch, message }] };
		}
		case 'ended':
			return { status: event.status, reason: event.reason, evaluation: event.evaluation, endedAt };
		default:
			return {};
	}
}
