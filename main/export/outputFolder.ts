import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, rmdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { message } from '#shared/text/message.ts';
import { codeOf, Problem } from '../problem.ts';
import { companionNames, PARITY_FILE } from './companionFiles.ts';

/** A folder that appears whole: made under a temporary name beside its place, flushed, then renamed. */
export class OutputFolder {
	private isPublished = false;

	private constructor(
		readonly folder: string,
		readonly workFolder: string,
	) {}

	/** Refuses a place that holds anything; with `overwrite` an earlier export gives way, other files never. */
	static async prepare(folder: string, overwrite: boolean): Promise<OutputFolder> {
		const present = await listPresent(folder);
		if (present.length > 0 && !present.includes(PARITY_FILE)) throw new Problem(message('exporting.problem.notEmpty', { folder }));
		if (present.length > 0 && !overwrite) throw new Problem(message('exporting.problem.exists', { folder }));
		const workFolder = join(dirname(folder), `.${basename(folder)}.${randomBytes(4).toString('hex')}.partial`);
		try {
			await mkdir(workFolder, { recursive: true });
		} catch (cause) {
			throw new Problem(message('exporting.problem.notWritable', { folder: dirname(folder) }), { cause });
		}
		return new OutputFolder(folder, workFolder);
	}

	/** Puts the folder in its place; files that a person added to an earlier export stay. */
	async publish(names: readonly string[]): Promise<void> {
		for (const name of names) await flush(join(this.workFolder, name));
		const old = `${this.folder}.${randomBytes(4).toString('hex')}.old`;
		const hadOld = await moveAway(this.folder, old);
		try {
			await rename(this.workFolder, this.folder);
		} catch (error) {
			if (hadOld) await rename(old, this.folder);
			throw error;
		}
		this.isPublished = true;
		if (hadOld) await this.keepForeign(old);
		await flush(dirname(this.folder));
	}

	/** Removes what is unfinished; nothing after `publish`. */
	async discard(): Promise<void> {
		if (!this.isPublished) await rm(this.workFolder, { recursive: true, force: true });
	}

	/** Whose place the new export has taken stays where it was put aside. */
	private async keepForeign(old: string): Promise<void> {
		const written = await filesOfExport(old);
		for (const name of [...written, ...companionNames]) await rm(join(old, name), { force: true });
		// Folders of the export, where nothing else was put into them.
		for (const inner of new Set(written.map(dirname))) if (inner !== '.') await rmdir(join(old, inner)).catch(() => undefined);
		for (const name of await readdir(old)) {
			if (!(await exists(join(this.folder, name)))) await rename(join(old, name), join(this.folder, name)).catch(() => undefined);
		}
		// Gone only when it is empty.
		await rmdir(old).catch(() => undefined);
	}
}

async function filesOfExport(folder: string): Promise<readonly string[]> {
	try {
		return z.object({ files: z.array(z.string()) }).parse(JSON.parse(await readFile(join(folder, PARITY_FILE), 'utf8'))).files;
	} catch {
		return [];
	}
}

async function listPresent(folder: string): Promise<string[]> {
	try {
		return await readdir(folder);
	} catch (cause) {
		if (codeOf(cause) === 'ENOENT') return [];
		if (codeOf(cause) === 'ENOTDIR') throw new Problem(message('exporting.problem.isFile', { folder }), { cause });
		throw new Problem(message('exporting.problem.notWritable', { folder }), { cause });
	}
}

async function exists(path: string): Promise<boolean> {
	return (await stat(path).catch(() => null)) !== null;
}

/** False where there was nothing but an empty folder. */
async function moveAway(folder: string, to: string): Promise<boolean> {
	if (!(await exists(folder))) return false;
	if ((await readdir(folder)).length === 0) {
		await rmdir(folder);
		return false;
	}
	await rename(folder, to);
	return true;
}

async function flush(path: string): Promise<void> {
	const handle = await open(path, 'r').catch(() => null);
	if (handle === null) return;
	await handle.sync().catch(() => undefined);
	await handle.close().catch(() => undefined);
}
