import type { DatasetReference } from '#shared/datasets/dataset.ts';
import type { Picture } from '#shared/pictures/pixels.ts';
import { countValues, type MapShape } from '#shared/tensor/shape.ts';
import { Augmenter } from '#shared/training/augmentation/augmenter.ts';
import type { Augmentation } from '#shared/training/augmentation/catalogue.ts';
import { readSamples } from '../datasets/datasets.ts';
import type { Sample } from '../datasets/imageFolder.ts';
import type { DataOptions } from '../datasets/trainingData.ts';

/** Which training samples are looked at, and how they are changed. */
export interface PreviewQuestion {
	readonly augmentation: Augmentation;
	readonly seed: number;
	/** The first sample. */
	readonly offset: number;
	readonly count: number;
	/** Looked at in as many epochs, from the first one on. */
	readonly epochs: number;
}

/** A sample, and what the network sees of it in each epoch. */
export interface AugmentedSample extends Sample {
	readonly changed: readonly Picture[];
}

/**
 * Training samples as a run with this seed sees them, by the code that a run uses. Mixup is the exception: the partners come from among
 * the samples shown.
 */
export async function previewAugmentation(
	reference: DatasetReference,
	{ augmentation, seed, offset, count, epochs }: PreviewQuestion,
	options: DataOptions,
): Promise<{ readonly total: number; readonly samples: readonly AugmentedSample[] }> {
	const { total, samples } = await readSamples(reference, 'train', offset, count, options);
	const seen = samples.map((): Picture[] => []);
	for (let epoch = 0; epoch < epochs; epoch++) {
		for (const places of ofSameSize(samples)) {
			const changed = changeAll(
				places.map((place) => samples[place] as Sample),
				augmentation,
				seed,
				epoch,
			);
			for (const [at, place] of places.entries()) seen[place]?.push(changed[at] as Picture);
		}
	}
	return { total, samples: samples.map((sample, place) => ({ ...sample, changed: seen[place] ?? [] })) };
}

/** Pictures of a folder whose size is not chosen yet may differ. */
function ofSameSize(samples: readonly Sample[]): readonly (readonly number[])[] {
	const groups = new Map<string, number[]>();
	for (const [place, { picture }] of samples.entries()) {
		const key = shapeOf(picture).join();
		const known = groups.get(key);
		if (known) known.push(place);
		else groups.set(key, [place]);
	}
	return [...groups.values()];
}

/** Samples of one size in one epoch. */
function changeAll(samples: readonly Sample[], augmentation: Augmentation, seed: number, epoch: number): Picture[] {
	const [first] = samples;
	if (!first) return [];
	const shape = shapeOf(first.picture);
	const values = countValues(shape);
	const pixels = new Uint8Array(samples.length * values);
	for (const [place, { picture }] of samples.entries()) pixels.set(picture.data, place * values);
	const given = {
		pixels,
		labels: Int32Array.from(samples, ({ label }) => label),
		samples: Int32Array.from(samples, ({ index }) => index),
	};
	const changed = new Augmenter(augmentation, shape, seed).augment(given, epoch, 0).pixels;
	return samples.map(({ picture }, place) => ({ ...picture, data: changed.subarray(place * values, (place + 1) * values) }));
}

function shapeOf({ height, width, channels }: Picture): MapShape {
	return [height, width, channels];
}
