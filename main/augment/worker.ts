import { parentPort, workerData } from 'node:worker_threads';
import { Augmenter } from '#shared/training/augmentation/augmenter.ts';
import type { AugmentPlan } from './batchAugmenter.ts';
import type { AugmentAnswer, AugmentJob } from './pool.ts';

/** Entry of an augmentation worker: batches come in, changed batches go out, in the same order. */
const { augmentation, shape, seed } = workerData as AugmentPlan;
const augmenter = new Augmenter(augmentation, shape, seed);

parentPort?.on('message', ({ given, epoch, batch }: AugmentJob) => {
	const changed = augmenter.augment(given, epoch, batch);
	parentPort?.postMessage(changed satisfies AugmentAnswer, [changed.pixels.buffer as ArrayBuffer]);
});
