import { assertNever } from '#shared/assertNever.ts';
import type { DatasetDescription, DatasetReference, Split } from '#shared/datasets/dataset.ts';
import { bundledReferences, describeBundled, loadBundled } from './bundled.ts';
import { describeFolder, loadFolder, readFolderSamples, type Sample } from './imageFolder.ts';
import type { Picture } from './pixels.ts';
import type { DataOptions, SampleSet, TrainingData } from './trainingData.ts';

/** What a dataset holds, without decoding it. Throws a `Problem` where it cannot be used. */
export async function describeDataset(reference: DatasetReference, options: DataOptions): Promise<DatasetDescription> {
	switch (reference.kind) {
		case 'bundled':
			return describeBundled(reference, options);
		case 'folder':
			return describeFolder(reference, options);
		default:
			return assertNever(reference);
	}
}

export async function describeBundledDatasets(options: DataOptions): Promise<DatasetDescription[]> {
	return Promise.all(bundledReferences.map((reference) => describeBundled(reference, options)));
}

/** Everything that a run trains and tests on, decoded. Throws a `Problem`, or the signal's reason when aborted. */
export async function loadTrainingData(reference: DatasetReference, options: DataOptions): Promise<TrainingData> {
	switch (reference.kind) {
		case 'bundled':
			return loadBundled(reference, options);
		case 'folder':
			return loadFolder(reference, options);
		default:
			return assertNever(reference);
	}
}

/** Some samples for looking at. A dataset has no validation samples of its own: each run splits them off. */
export async function readSamples(
	reference: DatasetReference,
	split: Split,
	offset: number,
	count: number,
	options: DataOptions,
): Promise<{ readonly total: number; readonly samples: readonly Sample[] }> {
	if (split === 'validation') return { total: 0, samples: [] };
	switch (reference.kind) {
		case 'bundled': {
			const data = await loadBundled(reference, options);
			const set = data[split];
			const indices = Array.from({ length: Math.max(0, Math.min(count, set.count - offset)) }, (_, index) => offset + index);
			return { total: set.count, samples: indices.map((index) => sampleAt(data, set, index)) };
		}
		case 'folder':
			return readFolderSamples(reference, split, offset, count, options);
		default:
			return assertNever(reference);
	}
}

/** One sample of loaded data as a picture; the pixels are a view, not a copy. */
function sampleAt(data: TrainingData, set: SampleSet, index: number): Sample {
	return { index, label: set.labels[index] ?? 0, name: set.names?.[index] ?? null, picture: pictureAt(data, set, index) };
}

function pictureAt(data: TrainingData, set: SampleSet, index: number): Picture {
	const [height, width, channels] = data.shape;
	const bytes = height * width * channels;
	return { height, width, channels: channels === 1 ? 1 : 3, data: set.pixels.subarray(index * bytes, (index + 1) * bytes) };
}
