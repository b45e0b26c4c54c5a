import type { DatasetProblem } from '#shared/datasets/dataset.ts';
import type { MapShape } from '#shared/tensor/shape.ts';
import { message } from '#shared/text/message.ts';
import { mapConcurrently } from '../concurrency.ts';
import { Problem } from '../problem.ts';
import { words } from '../words.ts';
import { type FolderListing, folderProblem, listFolder, type PictureFile } from './folderListing.ts';
import { splitFiles } from './folderSplit.ts';
import { PictureError, type PictureHeader, readPictureHeader } from './pictureFile.ts';

/** A dataset folder whose pictures' first bytes were read: what can be used, and how large it is. */
export interface FolderScan {
	readonly listing: FolderListing;
	readonly classes: readonly string[];
	readonly train: readonly ScannedPicture[];
	readonly test: readonly ScannedPicture[];
	/** The size that (nearly) all pictures share; `null` where they differ. */
	readonly commonSize: MapShape | null;
	readonly problems: readonly DatasetProblem[];
}

export interface ScannedPicture extends PictureFile {
	readonly header: PictureHeader;
}

/** From this share on, the pictures that differ count as odd ones and are scaled to the size of the rest. */
const COMMON_SHARE = 0.9;
const REMEMBERED_SCANS = 8;
const recent = new Map<string, FolderScan>();

/** Lists a folder and reads the head of every picture; a folder that did not change since is not read again. */
export async function scanFolder(root: string, signal?: AbortSignal): Promise<FolderScan> {
	const listing = await listFolder(root, signal);
	const known = recent.get(listing.key);
	if (known) return known;
	const problems = [...listing.problems];
	// Divided after the broken ones are out, so that none of them takes a test picture's place.
	const { train, test } = splitFiles(await scanPictures(root, listing.files, problems, signal), listing.classes.length);
	const filled = new Set(train.map((file) => file.label)).size;
	if (filled < 2) throw new Problem(message('data.folder.tooFewClasses', { path: root, count: filled }));
	if (test.length === 0) throw new Problem(message('data.folder.noTestImages', { path: root }));
	const made: FolderScan = { listing, classes: listing.classes, train, test, commonSize: findCommonSize([...train, ...test]), problems };
	recent.set(listing.key, made);
	const oldest = recent.keys().next();
	if (recent.size > REMEMBERED_SCANS && !oldest.done) recent.delete(oldest.value);
	return made;
}

/** Pictures that are scaled although the others fit as they are, by name. */
export function listResized(scan: FolderScan, size: MapShape): DatasetProblem[] {
	const common = scan.commonSize;
	if (common === null) return [];
	return [...scan.train, ...scan.test]
		.filter(({ header }) => header.height !== common[0] || header.width !== common[1])
		.map(({ name, header }) => ({
			file: name,
			kind: 'resized' as const,
			detail: words.text(
				message('data.folder.problem.resized', {
					from: words.shape([header.width, header.height]),
					to: words.shape([size[1], size[0]]),
				}),
			),
		}));
}

/** The reason why one picture is left out; throws where the whole folder is gone or the error is no file's. */
export async function pictureProblem(root: string, name: string, error: unknown): Promise<DatasetProblem> {
	if (error instanceof PictureError) return { file: name, kind: 'unreadable', detail: error.message };
	const known = folderProblem(root, error);
	if (known === null) throw error;
	// One file may be deleted while we read; a folder that is gone ends the reading.
	await listFolder(root).catch((cause: unknown) => {
		throw new Problem(message('data.folder.vanished', { path: root }), { cause });
	});
	const reason = error instanceof Error ? error.message : String(error);
	return { file: name, kind: 'unreadable', detail: words.text(message('data.folder.problem.unreadable', { reason })) };
}

async function scanPictures(
	root: string,
	files: readonly PictureFile[],
	problems: DatasetProblem[],
	signal: AbortSignal | undefined,
): Promise<ScannedPicture[]> {
	const scanned = await mapConcurrently(
		files,
		16,
		async (file) => {
			try {
				return { ...file, header: await readPictureHeader(file.path, file.bytes) };
			} catch (error) {
				problems.push(await pictureProblem(root, file.name, error));
				return null;
			}
		},
		signal,
	);
	return scanned.filter((file) => file !== null);
}

function findCommonSize(pictures: readonly ScannedPicture[]): MapShape | null {
	const counts = new Map<string, { count: number; height: number; width: number }>();
	for (const { header } of pictures) {
		const key = `${header.height}×${header.width}`;
		const entry = counts.get(key) ?? { count: 0, height: header.height, width: header.width };
		entry.count++;
		counts.set(key, entry);
	}
	const [most] = [...counts.values()].sort((a, b) => b.count - a.count);
	if (most === undefined || most.count < pictures.length * COMMON_SHARE) return null;
	// One coloured picture makes colours worth keeping.
	const channels = pictures.every(({ header }) => header.channels === 1) ? 1 : 3;
	return [most.height, most.width, channels];
}
