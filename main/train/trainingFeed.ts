import { countValues } from '#shared/tensor/shape.ts';
import { isAugmenting } from '#shared/training/augmentation/catalogue.ts';
import type { TrainingConfig } from '#shared/training/config.ts';
import { augmentInLine, type BatchAugmenter } from '../augment/batchAugmenter.ts';
import { augmentInThreads } from '../augment/pool.ts';
import type { RunData } from '../datasets/trainingData.ts';
import type { Batch } from '../engine/engine.ts';
import { inAdvance, inBatches, labelsAt, readPixels, toBatch } from './batches.ts';

/** Batches made ready for each thread beyond the one that it works on. */
const SPARE = 2;
/** Batches read ahead while pictures are still being decoded, which takes longer than copying them. */
const DECODED_AHEAD = 4;

/**
 * The batches that a run learns from, read from memory or disk and changed at random while the one before is trained. What is
 * held back and what is tested on does not come through here and is never changed.
 */
export class TrainingFeed {
	readonly #data: RunData;
	readonly #batchSize: number;
	readonly #augmenter: BatchAugmenter | null;

	/** `augmentWorker`: the bundled `main/augment/worker.ts`; the work is done in line where it is left out. */
	constructor(data: RunData, { augmentation, batchSize }: TrainingConfig, seed: number, augmentWorker?: string) {
		this.#data = data;
		this.#batchSize = batchSize;
		const plan = { augmentation, shape: data.shape, seed };
		if (!isAugmenting(augmentation)) this.#augmenter = null;
		else this.#augmenter = augmentWorker === undefined ? augmentInLine(plan) : augmentInThreads(plan, augmentWorker);
	}

	/** The batches of an epoch from one on; both count from 0. `order`: places in the training samples. */
	epoch(epoch: number, order: Int32Array, firstBatch: number): AsyncGenerator<Batch, void, void> {
		const batches = [...inBatches(order, this.#batchSize)].slice(firstBatch);
		const read = this.#data.fingerprint === null ? DECODED_AHEAD : 1;
		const ahead = Math.max(read, this.#augmenter ? this.#augmenter.threads * SPARE : 0);
		return inAdvance(batches, ahead, (samples, place) => this.#make(samples, epoch, firstBatch + place));
	}

	async close(): Promise<void> {
		await this.#augmenter?.close();
	}

	async #make(samples: Int32Array, epoch: number, batch: number): Promise<Batch> {
		const { train, shape } = this.#data;
		const pixels = await readPixels(train, countValues(shape), samples);
		const labels = labelsAt(train, samples);
		if (!this.#augmenter) return toBatch(pixels, labels);
		// A view of the whole order would cross to the worker with all of it.
		const changed = await this.#augmenter.augment({ pixels, labels, samples: samples.slice() }, epoch, batch);
		return toBatch(changed.pixels, labels, changed.blend);
	}
}
