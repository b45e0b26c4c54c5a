import { createHash } from 'node:crypto';
import type { PictureFile } from './folderListing.ts';

export interface FolderSplit<File> {
	readonly train: readonly File[];
	readonly test: readonly File[];
}

const TEST_SHARE = 0.2;

/** Training and test pictures: as the folder divides them, else a fifth of each class for testing. Classes take turns. */
export function splitFiles<File extends PictureFile>(files: readonly File[], classes: number): FolderSplit<File> {
	const given = files.filter((file) => file.split !== null);
	const { train, test } =
		given.length > 0
			? { train: given.filter((file) => file.split === 'train'), test: given.filter((file) => file.split === 'test') }
			: splitByName(files, classes);
	return { train: takeTurns(train, classes), test: takeTurns(test, classes) };
}

/**
 * Every fifth picture of a class is kept for testing, chosen by a hash of its name: the same on every machine,
 * and nearly the same after pictures were added.
 */
function splitByName<File extends PictureFile>(files: readonly File[], classes: number): FolderSplit<File> {
	const train: File[] = [];
	const test: File[] = [];
	for (const own of byClass(files, classes)) {
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
function takeTurns<File extends PictureFile>(files: readonly File[], classes: number): File[] {
	const own = byClass(files, classes);
	const longest = own.reduce((length, list) => Math.max(length, list.length), 0);
	const ordered: File[] = [];
	for (let turn = 0; turn < longest; turn++) {
		for (const list of own) {
			const file = list[turn];
			if (file) ordered.push(file);
		}
	}
	return ordered;
}

/** One look at each file, however many classes there are. */
function byClass<File extends PictureFile>(files: readonly File[], classes: number): readonly (readonly File[])[] {
	const lists: File[][] = Array.from({ length: classes }, () => []);
	for (const file of files) lists[file.label]?.push(file);
	return lists;
}
