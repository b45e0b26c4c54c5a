import { Worker } from 'node:worker_threads';

interface Pending<Answer> {
	resolve(answer: Answer): void;
	reject(error: unknown): void;
}

/** A worker thread that answers each job with one message, in the order that it is asked. */
export class WorkThread<Job, Answer> {
	readonly #worker: Worker;
	readonly #pending: Pending<Answer>[] = [];
	#death: Error | null = null;

	constructor(file: string, name: string, workerData?: unknown) {
		this.#worker = new Worker(file, { workerData, execArgv: [], name });
		this.#worker.on('message', (answer: Answer) => this.#pending.shift()?.resolve(answer));
		this.#worker.on('error', (error) => this.#die(error instanceof Error ? error : new Error(String(error))));
		this.#worker.on('exit', (code) => this.#die(new Error(`the thread ${name} ended with ${code}`)));
	}

	/** Jobs that it has not answered yet. */
	get waiting(): number {
		return this.#pending.length;
	}

	/** What is transferred is gone here. */
	ask(job: Job, transferred: readonly ArrayBuffer[] = []): Promise<Answer> {
		if (this.#death) return Promise.reject(this.#death);
		return new Promise((resolve, reject) => {
			this.#pending.push({ resolve, reject });
			this.#worker.postMessage(job, transferred);
		});
	}

	/** Ends at once, whatever it is doing. */
	async close(): Promise<void> {
		await this.#worker.terminate();
	}

	#die(error: Error): void {
		this.#death ??= error;
		for (const { reject } of this.#pending.splice(0)) reject(this.#death);
	}
}

/** The one with the least to do. */
export function idlestOf<Job, Answer>(threads: readonly WorkThread<Job, Answer>[]): WorkThread<Job, Answer> {
	const [idlest] = [...threads].sort((a, b) => a.waiting - b.waiting);
	if (!idlest) throw new Error('there is no thread to work in');
	return idlest;
}
