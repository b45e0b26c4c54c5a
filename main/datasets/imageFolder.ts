import { basename, resolve } from 'node:path';
import type { DatasetDescription } from '#shared/datasets/dataset.ts';
import type { Picture } from '#shared/pictures/pixels.ts';
import type { MapShape } from '#shared/tensor/shape.ts';
import { mapConcurrently } from '../concurrency.ts';
import { readDecodedIndex } from './decodedCache.ts';
import { cacheKey, chosenSize, type FolderReference, LISTED_PROBLEMS } from './folderReference.ts';
import { listResized, pictureProblem, type ScannedPicture, scanFolder } from './folderScan.ts';
import { decodePictureFile } from './pictureFile.ts';
import type { DataOptions } from './trainingData.ts';

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

/** The class number of every picture; those found to be unreadable when the data was last decoded are left out. */
export async function readFolderLabels(reference: FolderReference, options: DataOptions): Promise<{ train: Int32Array; test: Int32Array }> {
	const scan = await scanFolder(resolve(reference.path), options.signal);
	const size = chosenSize(reference) ?? options.size ?? scan.commonSize;
	const decoded = size && options.cacheFolder ? await readDecodedIndex(options.cacheFolder, cacheKey(scan, size)) : null;
	const usable = decoded ? new Set(decoded.names) : null;
	const labels = (files: readonly ScannedPicture[]) =>
		Int32Array.from(files.filter((file) => usable === null || usable.has(file.name)).map((file) => file.label));
	return { train: labels(scan.train), test: labels(scan.test) };
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

function previewSize({ header }: ScannedPicture): MapShape {
	const scale = Math.min(1, PREVIEW_SIDE / Math.max(header.height, header.width));
	const side = (pixels: number): number => Math.max(1, Math.round(pixels * scale));
	return [side(header.height), side(header.width), header.channels];
}
