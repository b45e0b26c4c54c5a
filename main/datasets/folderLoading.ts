import { mkdir, open, statfs } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { DatasetProblem } from '#shared/datasets/dataset.ts';
import { countValues, type MapShape } from '#shared/tensor/shape.ts';
import { message } from '#shared/text/message.ts';
import { mapConcurrently } from '../concurrency.ts';
import { codeOf, Problem } from '../problem.ts';
import { words } from '../words.ts';
import { type DecodedIndex, DecodedWriter, findDecoded, keepDecoded } from './decodedCache.ts';
import { cacheKey, chosenSize, dataKey, type FolderReference, LISTED_PROBLEMS } from './folderReference.ts';
import { type FolderScan, listResized, pictureProblem, type ScannedPicture, scanFolder } from './folderScan.ts';
import { pixelBudget } from './memoryBudget.ts';
import { decodePictureFile } from './pictureFile.ts';
import { FilePixels, MemoryPixels, type PixelStore, readFully } from './pixelStore.ts';
import { type DataOptions, fingerprintOf, type SampleSet, type TrainingData } from './trainingData.ts';

/** Decoded pixels that wait for the ones before them, at most; a few pictures wait in any case. */
const CHUNK_BYTES = 16_000_000;
const AT_ONCE = 4;

/**
 * Decodes and scales every picture, or takes them from the cache. Broken ones are left out and listed. Where they are more than may be
 * held in memory, the pixels stay in the cache on the disk and are read from there; the data is the same.
 */
export async function loadFolder(reference: FolderReference, options: DataOptions): Promise<TrainingData> {
	const scan = await scanFolder(resolve(reference.path), options.signal);
	return loadScanned(scan, sizeFor(scan, reference, options), options);
}

/** The same for a folder that was looked through already. */
export async function loadScanned(scan: FolderScan, size: MapShape, options: DataOptions): Promise<TrainingData> {
	const data = await (fitsInMemory(scan, size, options) ? loadIntoMemory(scan, size, options) : loadOntoDisk(scan, size, options));
	options.onProgress?.(1);
	return data;
}

/** What its pictures are scaled to; throws a `Problem` where nothing says so. */
export function sizeFor(scan: FolderScan, reference: FolderReference, options: DataOptions): MapShape {
	const size = chosenSize(reference) ?? options.size ?? scan.commonSize;
	if (size === null) throw new Problem(message('data.folder.sizeNeeded', { path: scan.listing.root }));
	return size;
}

export function fitsInMemory(scan: FolderScan, size: MapShape, options: DataOptions): boolean {
	return (scan.train.length + scan.test.length) * countValues(size) <= (options.pixelBudget ?? pixelBudget());
}

async function loadIntoMemory(scan: FolderScan, size: MapShape, options: DataOptions): Promise<TrainingData> {
	const { cacheFolder } = options;
	const key = cacheKey(scan, size);
	const sampleBytes = countValues(size);
	const storeFor = (bytes: Uint8Array) => (from: number, to: number) =>
		new MemoryPixels(bytes.subarray(from * sampleBytes, to * sampleBytes), sampleBytes);
	const entry = cacheFolder === null ? null : await findDecoded(cacheFolder, key);
	const kept = entry && (await readWhole(entry.pixelsFile, entry.index.bytes));
	if (entry && kept) return toTrainingData(scan, size, entry.index, storeFor(kept));
	const pixels = new Uint8Array((scan.train.length + scan.test.length) * sampleBytes);
	let done = 0;
	const decoded = await decodeFolder(scan, size, options, async (piece) => {
		pixels.set(piece, done);
		done += piece.length;
	});
	const store = storeFor(pixels);
	const index = await completeIndex(scan, size, decoded, store);
	if (cacheFolder !== null) await keepDecoded(cacheFolder, key, index, pixels.subarray(0, done));
	return toTrainingData(scan, size, index, store);
}

async function loadOntoDisk(scan: FolderScan, size: MapShape, options: DataOptions): Promise<TrainingData> {
	const { cacheFolder } = options;
	const count = scan.train.length + scan.test.length;
	const sampleBytes = countValues(size);
	const needed = words.bytes(count * sampleBytes);
	if (cacheFolder === null) {
		const available = words.bytes(options.pixelBudget ?? pixelBudget());
		throw new Problem(message('data.folder.tooLarge', { count, size: words.shape(size), needed, available }));
	}
	const key = cacheKey(scan, size);
	const storeFor = (file: string) => (from: number) => new FilePixels(file, from * sampleBytes, sampleBytes);
	const known = await findDecoded(cacheFolder, key);
	if (known) return toTrainingData(scan, size, known.index, storeFor(known.pixelsFile));
	await mkdir(cacheFolder, { recursive: true });
	const { bavail, bsize } = await statfs(cacheFolder);
	const tooSmall = (cause?: unknown): Problem => {
		const values = { count, size: words.shape(size), needed, available: words.bytes(bavail * bsize), folder: cacheFolder };
		return new Problem(message('data.folder.diskTooSmall', values), { cause });
	};
	if (count * sampleBytes > bavail * bsize) throw tooSmall();
	const writer = await DecodedWriter.create(cacheFolder, key);
	try {
		const decoded = await decodeFolder(scan, size, options, (piece) => writer.append(piece));
		const index = await completeIndex(scan, size, decoded, storeFor(writer.pixelsFile));
		const entry = await writer.finish(index);
		return toTrainingData(scan, size, index, storeFor(entry.pixelsFile));
	} catch (error) {
		await writer.discard();
		throw codeOf(error) === 'ENOSPC' ? tooSmall(error) : error;
	}
}

/** `null` where the file is not what it should be. */
async function readWhole(path: string, bytes: number): Promise<Uint8Array | null> {
	try {
		const file = await open(path, 'r');
		try {
			const pixels = new Uint8Array(bytes);
			await readFully(file, pixels, 0);
			return pixels;
		} finally {
			await file.close();
		}
	} catch {
		return null;
	}
}

export type Decoded = Omit<DecodedIndex, 'fingerprint'>;

/** Gives the pixels of the readable pictures to `append`, in order, a piece at a time. */
async function decodeFolder(
	scan: FolderScan,
	size: MapShape,
	options: DataOptions,
	append: (pixels: Uint8Array) => Promise<void>,
): Promise<Decoded> {
	const files = [...scan.train, ...scan.test];
	const sampleBytes = countValues(size);
	const atOnce = Math.max(AT_ONCE, Math.floor(CHUNK_BYTES / sampleBytes));
	const broken: DatasetProblem[] = [];
	const usable: ScannedPicture[] = [];
	let train = 0;
	let done = 0;
	for (let start = 0; start < files.length; start += atOnce) {
		const group = files.slice(start, start + atOnce);
		const pixels = new Uint8Array(group.length * sampleBytes);
		const isReadable = await mapConcurrently(
			group,
			AT_ONCE,
			async (file, place) => {
				try {
					pixels.set((await decodePictureFile(file.path, size)).data, place * sampleBytes);
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
		for (const [place, file] of group.entries()) {
			if (!isReadable[place]) continue;
			if (kept !== place) pixels.copyWithin(kept * sampleBytes, place * sampleBytes, (place + 1) * sampleBytes);
			kept++;
			usable.push(file);
			if (start + place < scan.train.length) train++;
		}
		await append(pixels.subarray(0, kept * sampleBytes));
	}
	const problems = [...scan.problems, ...broken, ...listResized(scan, size)];
	return {
		version: 2,
		names: usable.map((file) => file.name),
		labels: usable.map((file) => file.label),
		train,
		bytes: usable.length * sampleBytes,
		problems: problems.slice(0, LISTED_PROBLEMS),
		problemCount: problems.length,
	};
}

/** Samples `from` … `to − 1` of those decoded. */
type StoreFor = (from: number, to: number) => PixelStore;

export async function completeIndex(scan: FolderScan, shape: MapShape, decoded: Decoded, storeFor: StoreFor): Promise<DecodedIndex> {
	const { train, test } = divide(decoded, storeFor);
	return { ...decoded, fingerprint: await fingerprintOf(shape, scan.classes, [train, test]) };
}

function divide({ names, labels, train }: Decoded, storeFor: StoreFor): { readonly train: SampleSet; readonly test: SampleSet } {
	const part = (from: number, to: number): SampleSet => ({
		pixels: storeFor(from, to),
		labels: Int32Array.from(labels.slice(from, to)),
		count: to - from,
		names: names.slice(from, to),
	});
	return { train: part(0, train), test: part(train, names.length) };
}

export function toTrainingData(scan: FolderScan, shape: MapShape, index: DecodedIndex, storeFor: StoreFor): TrainingData {
	const { train, test } = divide(index, storeFor);
	const filled = new Set(train.labels).size;
	if (filled < 2) throw new Problem(message('data.folder.tooFewClasses', { path: scan.listing.root, count: filled }));
	const { fingerprint, problems, problemCount } = index;
	return { shape, classes: scan.classes, train, test, fingerprint, key: dataKey(scan, shape, index.names.length), problems, problemCount };
}
