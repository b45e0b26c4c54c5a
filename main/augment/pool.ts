import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { AugmentedBatch, PixelBatch } from '#shared/training/augmentation/augmenter.ts';
import type { AugmentPlan, BatchAugmenter } from './batchAugmenter.ts';

export interface AugmentJob {
	readonly given: PixelBatch;
	readonly epoch: number;
	readonly batch: number;
}
export type AugmentAnswer = AugmentedBatch;

const MOST_THREADS = 4;

/** All processors but one, which the engine's own thread needs. */
export function usualThreads(processors: number = availableParallelism()): number {
	return Math.max(1, Math.min(MOST_THREADS, processors - 1));
}

/** Does the work in threads of its own, while the engine trains. `workerFile` is the bundled `main/augment/worker.ts`. */
export function augmentInThreads(plan: AugmentPlan, workerFile: string, threads: number = usualThreads()): BatchAugmenter {
	const workers = Array.from({ length: threads }, () => new AugmentThread(plan, workerFile));
	return {
		threads,
		augment: (given, epoch, batch) => {
			const [idlest] = [...workers].sort((a, b) => a.waiting - b.waiting);
			if (!idlest) throw new Error('there is no thread to augment in');
			return idlest.augment({ given, epoch, batch });
		},
		close: async () => {
			await Promise.all(workers.map((worker) => worker.close()));
		},
	};
}

interface Pending {
	resolve(changed: AugmentedBatch): void;
	reject(error: unknown): void;
}

/** One worker; it answers in the order that it is asked. */
class AugmentThread {
	readonly #worker: Worker;
	readonly #pending: Pending[] = [];
	#death: Error | null = null;

	constructor(plan: AugmentPlan, workerFile: string) {
		this.#worker = new Worker(workerFile, { workerData: plan, execArgv: [], name: 'augment' });
		this.#worker.on('message', (changed: AugmentAnswer) => this.#pending.shift()?.resolve(changed));
		this.#worker.on('error', (error) => this.#die(error instanceof Error ? error : new Error(String(error))));
		this.#worker.on('exit', (code) => this.#die(new Error(`the augmentation worker ended with ${code}`)));
	}

	get waiting(): number {
		return this.#pending.length;
	}

	augment(job: AugmentJob): Promise<AugmentedBatch> {
		if (this.#death) return Promise.reject(this.#death);
		return new Promise((resolve, reject) => {
			this.#pending.push({ resolve, reject });
			this.#worker.postMessage(job, [job.given.pixels.buffer as ArrayBuffer]);
		});
	}

	async close(): Promise<void> {
		await this.#worker.terminate();
	}

	#die(error: Error): void {
		this.#death ??= error;
		for (const { reject } of this.#pending.splice(0)) reject(this.#death);
	}
}
