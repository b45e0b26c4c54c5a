import type { MapShape } from '#shared/tensor/shape.ts';
import { type AugmentedBatch, Augmenter, type PixelBatch } from '#shared/training/augmentation/augmenter.ts';
import type { Augmentation } from '#shared/training/augmentation/catalogue.ts';

/** What is done to training pictures in one run. */
export interface AugmentPlan {
	readonly augmentation: Augmentation;
	readonly shape: MapShape;
	readonly seed: number;
}

/** Changes batches of training pictures; where it happens makes no difference to what comes out. */
export interface BatchAugmenter {
	/** Batches that it works on at the same time. */
	readonly threads: number;
	/** `batch` counts from 0 within the epoch. The pixels given may be taken over. */
	augment(given: PixelBatch, epoch: number, batch: number): Promise<AugmentedBatch>;
	/** Ends at once, whatever it is doing. */
	close(): Promise<void>;
}

/** Does the work where it is called. */
export function augmentInLine({ augmentation, shape, seed }: AugmentPlan): BatchAugmenter {
	const augmenter = new Augmenter(augmentation, shape, seed);
	return {
		threads: 1,
		augment: async (given, epoch, batch) => augmenter.augment(given, epoch, batch),
		close: async () => undefined,
	};
}
