import { type Message, message } from '#shared/text/message.ts';
import type { EngineName, TrainingEvent } from '#shared/training/event.ts';
import type { RateEvent } from '#shared/training/rateFinder.ts';
import { Problem } from '../../problem.ts';
import { type HostKind, type HostLink, startHost } from './link.ts';
import {
	type AnswerTo,
	type DataPlace,
	type FromHost,
	fromHostSchema,
	type HostStatus,
	type PrepareJob,
	type Question,
	type RunJob,
	type SearchJob,
	type ToHost,
} from './protocol.ts';

/** How and where a host is started. */
export interface HostOptions {
	readonly kind: HostKind;
	/** The bundled `main/train/host/worker.ts`. */
	readonly workerFile: string;
	readonly preferred: EngineName | null;
	/** Trains at lower priority, so that a window stays smooth. */
	readonly givesWay?: boolean;
}

/** What a run tells while it is under way. */
export interface RunListener {
	onEvent(event: TrainingEvent): void;
	onData(fingerprint: string, classes: readonly string[]): void;
	onSaved(sha256: string, isBest: boolean): void;
}

interface Pending {
	resolve(answer: unknown): void;
	reject(error: unknown): void;
}

/**
 * The engine in a thread or process of its own, from the program's side. When it dies, the run under way ends as failed with a
 * reason, open questions are refused, and the object is of no more use: the owner starts another one.
 */
export class EngineHost {
	readonly options: HostOptions;
	/** The engine, or why there is none. Rejects when the host dies before it has one. */
	readonly opened: Promise<HostStatus>;
	readonly #link: HostLink;
	readonly #pending = new Map<number, Pending>();
	readonly #runs = new Map<string, RunListener>();
	readonly #searches = new Map<string, (event: RateEvent) => void>();
	#opening: Pending | null = null;
	#nextQuestion = 0;
	#death: Problem | null = null;

	constructor(options: HostOptions) {
		this.options = options;
		this.opened = new Promise((resolve, reject) => {
			this.#opening = { resolve: (status) => resolve(status as HostStatus), reject };
		});
		// Whoever awaits `opened` sees the rejection; nobody has to.
		this.opened.catch(() => undefined);
		this.#link = startHost(options.kind, options.workerFile, options.givesWay ?? false, {
			onMessage: (received) => {
				const parsed = fromHostSchema.safeParse(received);
				if (parsed.success) this.#receive(parsed.data);
				else this.#giveUp(parsed.error.issues);
			},
			onEnd: (cause) => this.#die(cause),
		});
		this.#post({ kind: 'open', preferred: options.preferred });
	}

	get isAlive(): boolean {
		return this.#death === null;
	}

	/** Has data read that is likely to be asked for. */
	read(data: DataPlace): void {
		if (!this.#death) this.#post({ kind: 'read', data });
	}

	/** Does ahead what a run of this would begin with; ends when that is done or not to be done. */
	prepare(job: PrepareJob): Promise<void> {
		if (this.#death) return Promise.resolve();
		const id = this.#nextQuestion++;
		return new Promise((resolve) => {
			this.#pending.set(id, { resolve: () => resolve(), reject: () => resolve() });
			this.#post({ kind: 'prepare', id, job });
		});
	}

	/** Begins a run; its events end with `ended`, whatever happens to the host. */
	run(job: RunJob, listener: RunListener): void {
		if (this.#death) {
			listener.onEvent(ended(job.run, this.#death.userMessage));
			return;
		}
		this.#runs.set(job.run, listener);
		this.#post({ kind: 'run', job });
	}

	/** Looks for a learning rate; its events end with `ended`, whatever happens to the host. */
	search(job: SearchJob, onEvent: (event: RateEvent) => void): void {
		if (this.#death) {
			onEvent(searchEnded(this.#death.userMessage));
			return;
		}
		this.#searches.set(job.search, onEvent);
		this.#post({ kind: 'search', job });
	}

	/** Takes effect within one batch, for runs and searches. */
	stop(run: string): void {
		this.#post({ kind: 'stop', run });
	}

	/** Holds a run before its next batch, lets it go on, or lets one batch through. */
	control(run: string, kind: 'pause' | 'continue' | 'step'): void {
		this.#post({ kind, run });
	}

	/** Stops a run and says nothing more of it. */
	abandon(run: string): void {
		this.#runs.delete(run);
		this.stop(run);
	}

	/** Throws a `Problem` when it cannot be answered. */
	ask<Kind extends Question['kind']>(question: Extract<Question, { kind: Kind }>): Promise<AnswerTo<Kind>> {
		if (this.#death) return Promise.reject(this.#death);
		const id = this.#nextQuestion++;
		return new Promise((resolve, reject) => {
			this.#pending.set(id, { resolve: (answer) => resolve(answer as AnswerTo<Kind>), reject });
			this.#post({ kind: 'ask', id, question });
		});
	}

	async close(): Promise<void> {
		await this.#link.kill();
	}

	#post(toHost: ToHost): void {
		this.#link.post(toHost);
	}

	#receive(received: FromHost): void {
		switch (received.kind) {
			case 'opened':
				this.#opening?.resolve(received.status);
				return;
			case 'event': {
				const listener = this.#runs.get(received.event.run);
				if (received.event.kind === 'ended') this.#runs.delete(received.event.run);
				listener?.onEvent(received.event);
				return;
			}
			case 'data':
				this.#runs.get(received.run)?.onData(received.fingerprint, received.classes);
				return;
			case 'saved':
				this.#runs.get(received.run)?.onSaved(received.sha256, received.isBest);
				return;
			case 'rate': {
				const onEvent = this.#searches.get(received.search);
				if (received.event.kind === 'ended') this.#searches.delete(received.search);
				onEvent?.(received.event);
				return;
			}
			case 'prepared':
				this.#settle(received.id)?.resolve(undefined);
				return;
			case 'answer':
				this.#settle(received.id)?.resolve(received.answer);
				return;
			case 'refusal':
				this.#settle(received.id)?.reject(new Problem(received.reason));
				return;
		}
	}

	#settle(id: number): Pending | undefined {
		const pending = this.#pending.get(id);
		this.#pending.delete(id);
		return pending;
	}

	/** What cannot be understood cannot be trusted with a run. */
	#giveUp(issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[]): void {
		const [first] = issues;
		this.#die(`${first?.path.map(String).join('.') ?? ''}: ${first?.message ?? ''}`);
		void this.#link.kill();
	}

	#die(cause: string): void {
		if (this.#death) return;
		this.#death = new Problem(message('training.end.hostDied', { cause }));
		this.#opening?.reject(this.#death);
		for (const pending of this.#pending.values()) pending.reject(this.#death);
		this.#pending.clear();
		for (const [run, listener] of this.#runs) listener.onEvent(ended(run, this.#death.userMessage));
		this.#runs.clear();
		for (const onEvent of this.#searches.values()) onEvent(searchEnded(this.#death.userMessage));
		this.#searches.clear();
	}
}

function searchEnded({ id, values }: Message): RateEvent {
	return { kind: 'ended', status: 'failed', reason: { id, values: values as Record<string, string> }, suggestion: null };
}

function ended(run: string, reason: Message): TrainingEvent {
	return {
		kind: 'ended',
		run,
		status: 'failed',
		reason: { id: reason.id, values: reason.values as Record<string, string> },
		evaluation: null,
	};
}
