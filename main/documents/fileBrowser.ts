import { readdir, realpath, stat } from 'node:fs/promises';
import { dirname, extname, join, resolve } from 'node:path';
import { message } from '#shared/text/message.ts';
import { mapConcurrently } from '../concurrency.ts';
import { modelEndings } from '../import/endings.ts';
import { Problem } from '../problem.ts';

export interface BrowserListing {
	readonly path: string;
	/** `null` at the top of a drive. */
	readonly parent: string | null;
	readonly entries: readonly BrowserEntry[];
}

export interface BrowserEntry {
	readonly name: string;
	readonly path: string;
	readonly kind: 'folder' | 'file';
}

const MAX_ENTRIES = 5000;
const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** What a picker shows besides folders. */
export type Shown = 'documents' | 'folders' | 'models';

function isDocumentName(name: string): boolean {
	return name.toLowerCase().endsWith('.loom.json');
}

function isShown(name: string, show: Shown): boolean {
	if (show === 'documents') return isDocumentName(name);
	return show === 'models' && !isDocumentName(name) && modelEndings.includes(extname(name).toLowerCase());
}

/** Folders, and with `documents` the `.loom.json` files, with `models` those of other tools, of one folder: folders first, names as people sort them. */
export async function listFiles(path: string, show: Shown): Promise<BrowserListing> {
	const folder = resolve(path);
	const names = await readdir(folder).catch((cause: unknown) => {
		const reason = cause instanceof Error ? cause.message : String(cause);
		throw new Problem(message('documents.problem.listFault', { path: folder, reason }), { cause });
	});
	const visible = names.filter((name) => !name.startsWith('.'));
	const entries = await mapConcurrently(visible, 32, async (name): Promise<BrowserEntry | null> => {
		const child = join(folder, name);
		// A dangling link, or a folder of another account: nothing to choose.
		const about = await stat(child).catch(() => null);
		if (about?.isDirectory()) return { name, path: child, kind: 'folder' };
		if (about?.isFile() && isShown(name, show)) return { name, path: child, kind: 'file' };
		return null;
	});
	const sorted = entries
		.filter((entry) => entry !== null)
		.sort((a, b) => (a.kind === b.kind ? collator.compare(a.name, b.name) : a.kind === 'folder' ? -1 : 1));
	const real = await realpath(folder).catch(() => folder);
	return { path: folder, parent: dirname(real) === real ? null : dirname(folder), entries: sorted.slice(0, MAX_ENTRIES) };
}
