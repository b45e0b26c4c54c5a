import { createHash } from 'node:crypto';
import { readdir, realpath, stat } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import type { DatasetProblem } from '#shared/datasets/dataset.ts';
import { message } from '#shared/text/message.ts';
import { mapConcurrently } from '../concurrency.ts';
import { codeOf, Problem } from '../problem.ts';
import { words } from '../words.ts';

/** One picture file of a folder, before it is opened. */
export interface PictureFile {
	/** Relative to the folder, with `/`. */
	readonly name: string;
	readonly path: string;
	readonly label: number;
	/** Given by the folder that it lies in; `null` where the folder is not divided. */
	readonly split: 'train' | 'test' | null;
	readonly bytes: number;
	readonly modifiedMs: number;
}

/** A folder with one sub-folder per class, or `train/` and `test/` that each hold such sub-folders. */
export interface FolderListing {
	readonly root: string;
	readonly classes: readonly string[];
	readonly files: readonly PictureFile[];
	readonly problems: readonly DatasetProblem[];
	/** Changes when a class or a file is added, removed or renamed, or a file written. */
	readonly key: string;
}

const MAX_FILES = 500_000;
const MAX_DEPTH = 8;
const PICTURES = new Set(['.jpg', '.jpeg', '.jfif', '.png', '.webp', '.bmp', '.gif']);
/** Left by file managers; nobody means them as data. */
const CLUTTER = new Set(['thumbs.db', 'desktop.ini', '__macosx']);
const TRAIN_NAMES = ['train', 'training'];
const TEST_NAMES = ['test', 'testing', 'val', 'valid', 'validation'];

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'variant' });

/** "img2" before "img10", on every machine. */
function compareNaturally(a: string, b: string): number {
	return collator.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
}

/** Lists the pictures of a dataset folder without opening them. Throws a `Problem` where it is no dataset. */
export async function listFolder(root: string, signal?: AbortSignal): Promise<FolderListing> {
	const top = await listSubfolders(root);
	const trainName = findName(top, TRAIN_NAMES);
	const testName = findName(top, TEST_NAMES);
	const isSplit = trainName !== null && testName !== null && (await listSubfolders(join(root, trainName))).length > 0;
	const groups = isSplit
		? ([
				{ folder: trainName, split: 'train' },
				{ folder: testName, split: 'test' },
			] as const)
		: ([{ folder: '.', split: null }] as const);
	const found = await Promise.all(groups.map(async (group) => ({ ...group, names: await listSubfolders(join(root, group.folder)) })));
	const classes = [...new Set(found.flatMap((group) => group.names))].sort(compareNaturally);
	if (classes.length === 0) throw new Problem(message('data.folder.noClasses', { path: root }));

	const listing: Listing = { root, problems: [], left: MAX_FILES, signal };
	const lists: (readonly PictureFile[])[] = [];
	const labels = new Map(classes.map((name, label) => [name, label]));
	for (const { folder, split, names } of found) {
		for (const name of names) lists.push(await listClass(listing, join(root, folder, name), labels.get(name) ?? 0, split));
	}
	const files = lists.flat();
	const filled = new Set(files.map((file) => file.label));
	for (const [label, name] of classes.entries()) {
		if (filled.has(label)) continue;
		listing.problems.push({ file: name, kind: 'emptyClass', detail: words.text(message('data.folder.problem.empty')) });
	}
	return { root, classes, files, problems: listing.problems, key: keyOf(root, classes, files) };
}

/** What happened to a folder that could be read a moment ago, in words. */
export function folderProblem(path: string, error: unknown): Problem | null {
	switch (codeOf(error)) {
		case 'ENOENT':
		case 'ENODEV':
		case 'ENXIO':
		case 'EIO':
		case 'ESTALE':
			return new Problem(message('data.folder.missing', { path }), { cause: error });
		case 'ENOTDIR':
			return new Problem(message('data.folder.notAFolder', { path }), { cause: error });
		case 'EACCES':
		case 'EPERM':
			return new Problem(message('data.folder.noAccess', { path }), { cause: error });
		default:
			return null;
	}
}

async function listSubfolders(path: string): Promise<string[]> {
	const entries = await readEntries(path);
	const names: string[] = [];
	for (const entry of entries) {
		if (isIgnored(entry.name)) continue;
		if (entry.isDirectory() || (entry.isSymbolicLink() && (await kindOf(join(path, entry.name))) === 'folder')) names.push(entry.name);
	}
	return names;
}

async function readEntries(path: string) {
	try {
		return await readdir(path, { withFileTypes: true });
	} catch (error) {
		throw folderProblem(path, error) ?? error;
	}
}

async function kindOf(path: string): Promise<'folder' | 'file' | 'gone'> {
	try {
		const about = await stat(path);
		return about.isDirectory() ? 'folder' : 'file';
	} catch {
		// A link that leads nowhere or in a circle.
		return 'gone';
	}
}

/** What is shared while one dataset folder is listed. */
interface Listing {
	readonly root: string;
	readonly problems: DatasetProblem[];
	/** Files that may still be met. */
	left: number;
	readonly signal: AbortSignal | undefined;
}

async function listClass(listing: Listing, folder: string, label: number, split: PictureFile['split']): Promise<PictureFile[]> {
	const { root, problems, signal } = listing;
	const paths: string[] = [];
	const visited = new Set<string>([await realpath(root).catch(() => root)]);
	const walk = async (path: string, depth: number): Promise<void> => {
		signal?.throwIfAborted();
		// Links may lead back up; each real folder is read once.
		const real = await realpath(path).catch(() => path);
		if (visited.has(real) || depth > MAX_DEPTH) return;
		visited.add(real);
		for (const entry of await readEntries(path)) {
			if (isIgnored(entry.name)) continue;
			const child = join(path, entry.name);
			const kind = entry.isDirectory() ? 'folder' : entry.isSymbolicLink() ? await kindOf(child) : 'file';
			if (kind === 'folder') {
				await walk(child, depth + 1);
				continue;
			}
			listing.left--;
			if (listing.left < 0) throw new Problem(message('data.folder.tooManyFiles', { path: root, limit: MAX_FILES }));
			if (!PICTURES.has(extname(entry.name).toLowerCase())) {
				problems.push({ file: nameIn(root, child), kind: 'notAnImage', detail: words.text(message('data.folder.problem.notAnImage')) });
			} else {
				paths.push(child);
			}
		}
	};
	await walk(folder, 0);
	const files = await mapConcurrently(
		paths,
		32,
		async (path): Promise<PictureFile | null> => {
			try {
				const about = await stat(path);
				if (!about.isFile()) return null;
				return { name: nameIn(root, path), path, label, split, bytes: about.size, modifiedMs: about.mtimeMs };
			} catch (error) {
				const reason = codeOf(error) ?? String(error);
				problems.push({
					file: nameIn(root, path),
					kind: 'unreadable',
					detail: words.text(message('data.folder.problem.unreadable', { reason })),
				});
				return null;
			}
		},
		signal,
	);
	return files.filter((file) => file !== null).sort((a, b) => compareNaturally(a.name, b.name));
}

function isIgnored(name: string): boolean {
	return name.startsWith('.') || CLUTTER.has(name.toLowerCase());
}

function findName(names: readonly string[], wanted: readonly string[]): string | null {
	for (const name of wanted) {
		const found = names.find((candidate) => candidate.toLowerCase() === name);
		if (found !== undefined) return found;
	}
	return null;
}

function nameIn(root: string, path: string): string {
	return relative(root, path).split(sep).join('/');
}

function keyOf(root: string, classes: readonly string[], files: readonly PictureFile[]): string {
	// An empty class takes a number as well.
	const hash = createHash('sha256').update(JSON.stringify([root, classes]));
	for (const file of files) hash.update(`\n${file.name}\t${file.bytes}\t${file.modifiedMs}`);
	return hash.digest('hex');
}
