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
function takeTurns<File extends PictureFile>(files: readonly File[], classes: number): File[] {
	const own = Array.from({ length: classes }, (_, label) => files.filter((file) => file.label === label));
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
