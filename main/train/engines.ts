import { message } from '#shared/text/message.ts';
import type { EngineName } from '#shared/training/event.ts';
import type { RateEvent } from '#shared/training/rateFinder.ts';
import { Broadcast } from '../broadcast.ts';
import type { EngineStatus } from '../services/training.ts';
import { EngineHost, type HostOptions, type RunListener } from './host/engineHost.ts';
import type { AnswerTo, DataPlace, PrepareJob, Question, RunJob, SearchJob } from './host/protocol.ts';

const starting: EngineStatus = { state: 'starting', name: null, description: null, threads: null, reasons: [] };

/** The engine host of a program: started when first needed, started again when it died or another engine is asked for. */
export class Engines {
	readonly #options: HostOptions;
	#host: EngineHost | null = null;
	#status: EngineStatus = starting;
	readonly #changes = new Broadcast<EngineStatus>(() => [this.#status]);

	constructor(options: HostOptions) {
		this.#options = options;
	}

	/** The engine at work, for records. */
	get description(): string | null {
		return this.#status.description;
	}

	/** Starts the host where there is none yet; then it reads data that is likely to be asked for. */
	start(likely: readonly DataPlace[]): void {
		const host = this.#hostFor(null);
		for (const data of likely) host.read(data);
	}

	watch(signal?: AbortSignal): AsyncGenerator<EngineStatus, void, void> {
		this.#hostFor(null);
		return this.#changes.listen(signal);
	}

	/** Does ahead what a run would begin with. A host that died is not started again for it: what ended it may end the next one. */
	async prepare(engine: EngineName | null, job: PrepareJob): Promise<void> {
		if (this.#host === null || this.#host.isAlive) await this.#hostFor(engine).prepare(job);
	}

	/** Begins a run on the engine asked for. */
	run(engine: EngineName | null, job: RunJob, listener: RunListener): void {
		this.#hostFor(engine).run(job, listener);
	}

	/** Looks for a learning rate on the engine at work. */
	search(job: SearchJob, onEvent: (event: RateEvent) => void): void {
		const host = this.#host?.isAlive ? this.#host : this.#hostFor(null);
		host.search(job, onEvent);
	}

	/** Ends a run or a search. */
	stopRun(run: string): void {
		this.#host?.stop(run);
	}

	controlRun(run: string, kind: 'pause' | 'continue' | 'step'): void {
		this.#host?.control(run, kind);
	}

	/** Stops a run whose end is already known; nothing more is heard of it. */
	abandonRun(run: string): void {
		this.#host?.abandon(run);
	}

	ask<Kind extends Question['kind']>(question: Extract<Question, { kind: Kind }>): Promise<AnswerTo<Kind>> {
		const host = this.#host?.isAlive ? this.#host : this.#hostFor(null);
		return host.ask(question);
	}

	async close(): Promise<void> {
		this.#changes.close();
		await this.#host?.close();
	}

	#hostFor(engine: EngineName | null): EngineHost {
		const wanted = engine ?? this.#options.preferred;
		const current = this.#host;
		const isRight = current?.isAlive && (engine === null || current.options.preferred === wanted || this.#status.name === wanted);
		if (current && isRight) return current;
		void current?.close();
		const host = new EngineHost({ ...this.#options, preferred: wanted });
		this.#host = host;
		this.#show(starting);
		host.opened.then(
			(status) => {
				if (this.#host === host) this.#show({ state: status.name === null ? 'missing' : 'ready', ...status });
			},
			() => {
				if (this.#host === host) this.#show({ ...starting, state: 'missing', reasons: [message('engine.reason.crashed')] });
			},
		);
		return host;
	}

	#show(status: EngineStatus): void {
		this.#status = status;
		this.#changes.send(status);
	}
}
