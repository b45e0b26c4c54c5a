import { createHash } from 'node:crypto';
import type { DatasetReference } from '#shared/datasets/dataset.ts';
import type { MapShape } from '#shared/tensor/shape.ts';
import type { FolderScan } from './folderScan.ts';

export type FolderReference = Extract<DatasetReference, { kind: 'folder' }>;

/** Problems listed by name; the count goes on. */
export const LISTED_PROBLEMS = 200;

/** The size that a person chose, `null` where it is left open. */
export function chosenSize(reference: FolderReference): MapShape | null {
	return reference.size ? [reference.size.height, reference.size.width, reference.size.channels] : null;
}

/** What data of this many usable pictures is known by before its pixels were hashed. */
export function dataKey(scan: FolderScan, size: MapShape, usable: number): string {
	return `${cacheKey(scan, size)} ${usable}`;
}

/** Name of what was decoded from a folder as it is, at a size. */
export function cacheKey(scan: FolderScan, size: MapShape): string {
	return createHash('sha256')
		.update(`${scan.listing.key}\n${size.join('×')}`)
		.digest('hex');
}
