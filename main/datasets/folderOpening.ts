import { resolve } from 'node:path';
import type { MapShape } from '#shared/tensor/shape.ts';
import { GrowingPixels, PicturesLeftOut } from './decode/growingPixels.ts';
import { decodeInLine, decodeInThreads } from './decode/pictureDecoder.ts';
import { type DecodedIndex, findDecoded, keepDecoded } from './decodedCache.ts';
import { completeIndex, type Decoded, fitsInMemory, loadFolder, loadScanned, sizeFor, toTrainingData } from './folderLoading.ts';
import { cacheKey, dataKey, type FolderReference, LISTED_PROBLEMS } from './folderReference.ts';
import { type FolderScan, listResized, type ScannedPicture, scanFolder } from './folderScan.ts';
import { type DataOptions, type OpenedData, openedWhole, type SampleSet, type TrainingData } from './trainingData.ts';

/**
 * A folder's data as soon as its first pictures can be read: labels, split and order follow from the names alone. Pictures are decoded
 * while others are trained on. Where they were decoded before, or do not fit in memory, everything is there when this ends.
 */
export async function openFolder(reference: FolderReference, options: DataOptions): Promise<OpenedData> {
	const scan = await scanFolder(resolve(reference.path), options.signal);
	const size = sizeFor(scan, reference, options);
	const { cacheFolder } = options;
	const isKnown = cacheFolder !== null && (await findDecoded(cacheFolder, cacheKey(scan, size))) !== null;
	if (!isKnown && fitsInMemory(scan, size, options)) return decodeMeanwhile(scan, size, reference, options);
	return openedWhole(await loadScanned(scan, size, options));
}

function decodeMeanwhile(scan: FolderScan, size: MapShape, reference: FolderReference, options: DataOptions): OpenedData {
	const files = [...scan.train, ...scan.test];
	const decoder = options.decodeWorker === undefined ? decodeInLine() : decodeInThreads(options.decodeWorker);
	const paths = files.map(({ path }) => path);
	const growing = new GrowingPixels(paths, size, decoder, options.signal ?? new AbortController().signal);
	let fingerprint: string | null = null;

	const decodeAll = async (): Promise<TrainingData> => {
		try {
			await growing.fill();
		} catch (error) {
			if (!(error instanceof PicturesLeftOut)) throw error;
			// Named and left out, as where nothing is trained meanwhile.
			return loadFolder(reference, options);
		} finally {
			await decoder.close();
		}
		const index = await indexOf(scan, size, growing);
		fingerprint = index.fingerprint;
		if (options.cacheFolder !== null) await keepDecoded(options.cacheFolder, cacheKey(scan, size), index, growing.pixels);
		return toTrainingData(scan, size, index, (from) => growing.from(from));
	};
	const whole = decodeAll();
	// A run that ends early does not wait for it.
	whole.catch(() => undefined);
	return {
		data: {
			shape: size,
			classes: scan.classes,
			train: setOf(scan.train, 0, growing),
			test: setOf(scan.test, scan.train.length, growing),
			key: dataKey(scan, size, files.length),
			get fingerprint() {
				return fingerprint;
			},
		},
		whole,
	};
}

function setOf(files: readonly ScannedPicture[], first: number, growing: GrowingPixels): SampleSet {
	return {
		pixels: growing.from(first),
		labels: Int32Array.from(files, ({ label }) => label),
		count: files.length,
		names: files.map(({ name }) => name),
	};
}

function indexOf(scan: FolderScan, size: MapShape, growing: GrowingPixels): Promise<DecodedIndex> {
	const files = [...scan.train, ...scan.test];
	const problems = [...scan.problems, ...listResized(scan, size)];
	const decoded: Decoded = {
		version: 2,
		names: files.map(({ name }) => name),
		labels: files.map(({ label }) => label),
		train: scan.train.length,
		bytes: growing.pixels.length,
		problems: problems.slice(0, LISTED_PROBLEMS),
		problemCount: problems.length,
	};
	return completeIndex(scan, size, decoded, (from) => growing.from(from));
}
