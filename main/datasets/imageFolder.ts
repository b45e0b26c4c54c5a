import { createHash } from 'node:crypto';
import { totalmem } from 'node:os';
import { basename, resolve } from 'node:path';
import type { DatasetDescription, DatasetProblem, DatasetReference } from '#shared/datasets/dataset.ts';
import { countValues, type MapShape } from '#shared/tensor/shape.ts';
import { message } from '#shared/text/message.ts';
import { mapConcurrently } from '../concurrency.ts';
import { Problem } from '../problem.ts';
import { words } from '../words.ts';
import { type DecodedFolder, readDecoded, readDecodedIndex, writeDecoded } from './decodedCache.ts';
import { type FolderScan, listResized, pictureProblem, type ScannedPicture, scanFolder } from './folderScan.ts';
import { decodePictureFile } from './pictureFile.ts';
import type { Picture } from './pixels.ts';
import { type DataOptions, fingerprintOf, type SampleSet, type TrainingData } from './trainingData.ts';

export type FolderReference = Extract<DatasetReference, { kind: 'folder' }>;

/** Problems listed by name; the count goes on. */
const LISTED_PROBLEMS = 200;
/** Pixels are kept in one array. */
const MAX_BYTES = Math.min(2 ** 31, totalmem() / 2);
/** Pictures without a chosen size are shown no larger than this. */
const PREVIEW_SIDE = 128;

/** What a folder with one sub-folder per class holds; reads the head of every picture, decodes none. */
export async function describeFolder(reference: FolderReference, options: DataOptions): Promise<DatasetDescription> {
	const scan = await scanFolder(resolve(reference.path), options.signal);
	const shape = chosenSize(reference) ?? scan.commonSize;
	// What decoding found when the data was last used is known without decoding again.
	const size = shape ?? options.size ?? null;
	const decoded = size && options.cacheFolder ? await readDecodedIndex(options.cacheFolder, cacheKey(scan, size)) : null;
	const problems = decoded?.problems ?? [...scan.problems, ...(shape ? listResized(scan, shape) : [])];
	const train = decoded?.train ?? scan.train.length;
	return {
		reference,
		title: basename(scan.listing.root),
		shape,
		classes: scan.classes,
		counts: { train, test: (decoded?.names.length ?? scan.train.length + scan.test.length) - train },
		problems: problems.slice(0, LISTED_PROBLEMS),
		problemCount: decoded?.problemCount ?? problems.length,
		credit: null,
	};
}

/** One decoded sample for looking at. */
export interface Sample {
	readonly index: number;
	readonly label: number;
	readonly name: string | null;
	readonly picture: Picture;
}

/** Decodes only the pictures asked for; those that cannot be decoded are left out. */
export async function readFolderSamples(
	reference: FolderReference,
	split: 'train' | 'test',
	offset: number,
	count: number,
	options: DataOptions,
): Promise<{ total: number; samples: Sample[] }> {
	const scan = await scanFolder(resolve(reference.path), options.signal);
	const size = chosenSize(reference) ?? options.size ?? scan.commonSize;
	// Once decoded, a sample's number is the one that training and testing count by.
	const decoded = size && options.cacheFolder ? await readDecodedIndex(options.cacheFolder, cacheKey(scan, size)) : null;
	const usable = decoded ? new Set(decoded.names) : null;
	const files = scan[split].filter((file) => usable === null || usable.has(file.name));
	const read = await mapConcurrently(files.slice(offset, offset + count), 4, async (file, index) => {
		try {
			const picture = await decodePictureFile(file.path, size ?? previewSize(file));
			return { index: offset + index, label: file.label, name: file.name, picture };
		} catch (error) {
			await pictureProblem(scan.listing.root, file.name, error);
			return null;
		}
	});
	return { total: files.length, samples: read.filter((sample) => sample !== null) };
}

/** Decodes and scales every picture, or takes them from the cache. Broken ones are left out and listed. */
export async function loadFolder(reference: FolderReference, options: DataOptions): Promise<TrainingData> {
	const root = resolve(reference.path);
	const scan = await scanFolder(root, options.signal);
	const size = chosenSize(reference) ?? options.size ?? scan.commonSize;
	if (size === null) throw new Problem(message('data.folder.sizeNeeded', { path: root }));
	const total = scan.train.length + scan.test.length;
	const needed = total * countValues(size);
	if (needed > MAX_BYTES) {
		throw new Problem(
			message('data.folder.tooLarge', {
				count: total,
				size: words.shape(size),
				needed: words.bytes(needed),
				available: words.bytes(MAX_BYTES),
			}),
		);
	}
	const key = cacheKey(scan, size);
	const cached = options.cacheFolder === null ? null : await readDecoded(options.cacheFolder, key);
	const decoded = cached ?? (await decodeFolder(scan, size, options));
	if (cached === null && options.cacheFolder !== null) await writeDecoded(options.cacheFolder, key, decoded);
	options.onProgress?.(1);
	return toTrainingData(scan, size, decoded);
}

async function decodeFolder(scan: FolderScan, size: MapShape, options: DataOptions): Promise<DecodedFolder> {
	const files = [...scan.train, ...scan.test];
	const sampleBytes = countValues(size);
	const pixels = new Uint8Array(files.length * sampleBytes);
	const broken: DatasetProblem[] = [];
	let done = 0;
	const readable = await mapConcurrently(
		files,
		4,
		async (file, index) => {
			try {
				pixels.set((await decodePictureFile(file.path, size)).data, index * sampleBytes);
				return true;
			} catch (error) {
				broken.push(await pictureProblem(scan.listing.root, file.name, error));
				return false;
			} finally {
				done++;
				if (done % 64 === 0) options.onProgress?.(done / files.length);
			}
		},
		options.signal,
	);
	let kept = 0;
	for (const [index, isReadable] of readable.entries()) {
		if (!isReadable) continue;
		if (kept !== index) pixels.copyWithin(kept * sampleBytes, index * sampleBytes, (index + 1) * sampleBytes);
		kept++;
	}
	const usable = files.filter((_, index) => readable[index]);
	const problems = [...scan.problems, ...broken, ...listResized(scan, size)];
	return {
		index: {
			version: 1,
			names: usable.map((file) => file.name),
			labels: usable.map((file) => file.label),
			train: readable.slice(0, scan.train.length).filter(Boolean).length,
			bytes: kept * sampleBytes,
			problems: problems.slice(0, LISTED_PROBLEMS),
			problemCount: problems.length,
		},
		pixels: pixels.subarray(0, kept * sampleBytes),
	};
}

function toTrainingData(scan: FolderScan, shape: MapShape, { index, pixels }: DecodedFolder): TrainingData {
	const sampleBytes = countValues(shape);
	const part = (from: number, to: number): SampleSet => ({
		pixels: pixels.subarray(from * sampleBytes, to * sampleBytes),
		labels: Int32Array.from(index.labels.slice(from, to)),
		count: to - from,
		names: index.names.slice(from, to),
	});
	const train = part(0, index.train);
	const test = part(index.train, index.names.length);
	const filled = new Set(train.labels).size;
	if (filled < 2) throw new Problem(message('data.folder.tooFewClasses', { path: scan.listing.root, count: filled }));
	const fingerprint = fingerprintOf(shape, scan.classes, [train, test]);
	return { shape, classes: scan.classes, train, test, fingerprint, problems: index.problems, problemCount: index.problemCount };
}

function chosenSize(reference: FolderReference): MapShape | null {
	return reference.size ? [reference.size.height, reference.size.width, reference.size.channels] : null;
}

function previewSize({ header }: ScannedPicture): MapShape {
	const scale = Math.min(1, PREVIEW_SIDE / Math.max(header.height, header.width));
	const side = (pixels: number): number => Math.max(1, Math.round(pixels * scale));
	return [side(header.height), side(header.width), header.channels];
}

function cacheKey(scan: FolderScan, size: MapShape): string {
	return createHash('sha256')
		.update(`${scan.listing.key}\n${size.join('×')}`)
		.digest('hex');
}
