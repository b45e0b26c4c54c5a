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
	readonly bytes: number;
	readonly modifiedMs: number;
}

/** A folder with one sub-folder per class, or `train/` and `test/` that each hold such sub-folders. */
export interface FolderListing {
	readonly root: string;
	readonly classes: readonly string[];
	readonly train: readonly PictureFile[];
	readonly test: readonly PictureFile[];
	readonly problems: readonly DatasetProblem[];
	/** Changes when a file is added, removed, renamed or written. */
	readonly key: string;
}

const MAX_FILES = 500_000;
const MAX_DEPTH = 8;
const TEST_SHARE = 0.2;
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
	const groups = isSplit ? [trainName, testName] : ['.'];
	const classLists = await Promise.all(groups.map((group) => listSubfolders(join(root, group))));
	const classes = [...new Set(classLists.flat())].sort(compareNaturally);
	if (classes.length === 0) throw new Problem(message('data.folder.noClasses', { path: root }));

	const problems: DatasetProblem[] = [];
	const budget = { left: MAX_FILES };
	const files: PictureFile[][] = [];
	for (const [index, group] of groups.entries()) {
		const found: PictureFile[] = [];
		for (const name of classLists[index] ?? []) {
			const pictures = await listClass(root, join(root, group, name), classes.indexOf(name), problems, budget, signal);
			found.push(...pictures);
		}
		files.push(found);
	}
	for (const [label, name] of classes.entries()) {
		if (files.some((list) => list.some((file) => file.label === label))) continue;
		problems.push({ file: name, kind: 'emptyClass', detail: words.text(message('data.folder.problem.empty')) });
	}
	const all = files.flat();
	const filled = new Set(all.map((file) => file.label)).size;
	if (filled < 2) throw new Problem(message('data.folder.tooFewClasses', { path: root, count: filled }));
	const { train, test } = isSplit ? { train: files[0] ?? [], test: files[1] ?? [] } : splitByName(all, classes.length);
	if (test.length === 0 || train.length === 0) throw new Problem(message('data.folder.noTestImages', { path: root }));
	return { root, classes, train: takeTurns(train, classes.length), test: takeTurns(test, classes.length), problems, key: keyOf(root, all) };
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

async function listClass(
	root: string,
	folder: string,
	label: number,
	problems: DatasetProblem[],
	budget: { left: number },
	signal: AbortSignal | undefined,
): Promise<PictureFile[]> {
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
			budget.left--;
			if (budget.left < 0) throw new Problem(message('data.folder.tooManyFiles', { path: root, limit: MAX_FILES }));
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
				return { name: nameIn(root, path), path, label, bytes: about.size, modifiedMs: about.mtimeMs };
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

/**
 * Every fifth picture of a class is kept for testing, chosen by a hash of its name: the same on every machine,
 * and nearly the same after pictures were added.
 */
function splitByName(files: readonly PictureFile[], classes: number): { train: PictureFile[]; test: PictureFile[] } {
	const train: PictureFile[] = [];
	const test: PictureFile[] = [];
	for (let label = 0; label < classes; label++) {
		const own = files.filter((file) => file.label === label);
		const ranked = own
			.map((file) => ({ file, rank: createHash('sha256').update(file.name).digest('hex') }))
			.sort((a, b) => (a.rank < b.rank ? -1 : 1));
		const wanted = own.length < 2 ? 0 : Math.max(1, Math.round(own.length * TEST_SHARE));
		const chosen = new Set(ranked.slice(0, wanted).map((entry) => entry.file));
		for (const file of own) (chosen.has(file) ? test : train).push(file);
	}
	return { train, test };
}

/** The classes take turns, so that the first pictures shown are of every class. */
function takeTurns(files: readonly PictureFile[], classes: number): PictureFile[] {
	const own = Array.from({ length: classes }, (_, label) => files.filter((file) => file.label === label));
	const longest = own.reduce((length, list) => Math.max(length, list.length), 0);
	const ordered: PictureFile[] = [];
	for (let turn = 0; turn < longest; turn++) {
		for (const list of own) {
			const file = list[turn];
			if (file) ordered.push(file);
		}
	}
	return ordered;
}

function keyOf(root: string, files: readonly PictureFile[]): string {
	const hash = createHash('sha256').update(root);
	for (const file of files) hash.update(`\n${file.name}\t${file.bytes}\t${file.modifiedMs}`);
	return hash.digest('hex');
}
