import { availableParallelism } from 'node:os';
import type { AugmentedBatch, PixelBatch } from '#shared/training/augmentation/augmenter.ts';
import { idlestOf, WorkThread } from '../workThread.ts';
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
	const workers = Array.from({ length: threads }, () => new WorkThread<AugmentJob, AugmentAnswer>(workerFile, 'augment', plan));
	return {
		threads,
		augment: (given, epoch, batch) => idlestOf(workers).ask({ given, epoch, batch }, [given.pixels.buffer as ArrayBuffer]),
		close: async () => {
			await Promise.all(workers.map((worker) => worker.close()));
		},
	};
}
