import { assertNever } from '#shared/assertNever.ts';
import type { DatasetDescription, DatasetReference, Split } from '#shared/datasets/dataset.ts';
import type { Picture } from '#shared/pictures/pixels.ts';
import type { Message } from '#shared/text/message.ts';
import { Problem } from '../problem.ts';
import { bundledReferences, describeBundled, loadBundled } from './bundled.ts';
import { loadFolder } from './folderLoading.ts';
import { describeFolder, readFolderLabels, readFolderSamples, type Sample } from './imageFolder.ts';
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

/** What a document's data holds where it can be used, else why it cannot; neither where there is none. Sizes that depend on it stay open. */
export async function describeIfAny(
	reference: DatasetReference | null,
	options: DataOptions,
): Promise<{ readonly dataset: DatasetDescription | null; readonly problem: Message | null }> {
	if (reference === null) return { dataset: null, problem: null };
	try {
		return { dataset: await describeDataset(reference, options), problem: null };
	} catch (error) {
		if (!(error instanceof Problem)) throw error;
		return { dataset: null, problem: error.userMessage };
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

/** The class number of every sample, without decoding a folder's pictures. Throws a `Problem` where the data cannot be used. */
export async function readLabels(
	reference: DatasetReference,
	options: DataOptions,
): Promise<{ readonly train: Int32Array; readonly test: Int32Array }> {
	switch (reference.kind) {
		case 'bundled': {
			const { train, test } = await loadBundled(reference, options);
			return { train: train.labels, test: test.labels };
		}
		case 'folder':
			return readFolderLabels(reference, options);
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
			return { total: set.count, samples: await Promise.all(indices.map((index) => sampleAt(data, set, index))) };
		}
		case 'folder':
			return readFolderSamples(reference, split, offset, count, options);
		default:
			return assertNever(reference);
	}
}

/** One sample of loaded data as a picture. */
async function sampleAt({ shape }: TrainingData, set: SampleSet, index: number): Promise<Sample> {
	const [height, width, channels] = shape;
	const data = new Uint8Array(height * width * channels);
	await set.pixels.read(Int32Array.of(index), data);
	const picture: Picture = { height, width, channels: channels === 1 ? 1 : 3, data };
	return { index, label: set.labels[index] ?? 0, name: set.names?.[index] ?? null, picture };
}
