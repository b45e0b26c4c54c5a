import { randomBytes } from 'node:crypto';
import { type FileHandle, mkdir, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { codeOf } from './problem.ts';

/** The calls that can go wrong while a file is written; tests pass ones that do. */
export interface FileCalls {
	readonly open: (path: string, flags: string, mode?: number) => Promise<Pick<FileHandle, 'writeFile' | 'sync' | 'close'>>;
	readonly rename: (from: string, to: string) => Promise<void>;
}

const realCalls: FileCalls = { open, rename };
/** Virus scanners and file indexers hold a fresh file for a moment on Windows. */
const BUSY = new Set(['EPERM', 'EACCES', 'EBUSY']);
const RENAME_TRIES = process.platform === 'win32' ? 8 : 1;

/**
 * Writes a whole file or leaves the old one as it was: to a temporary name in the same folder, flushed to the disk,
 * then renamed. A link is followed; permissions are kept. The temporary file is gone whatever happens.
 */
export async function writeFileAtomic(path: string, data: string | Uint8Array, calls: FileCalls = realCalls): Promise<void> {
	const target = await realpath(path).catch(() => path);
	const folder = dirname(target);
	const mode = await stat(target).then(
		(about) => about.mode & 0o777,
		() => undefined,
	);
	const temporary = join(folder, `.${basename(target)}.${randomBytes(6).toString('hex')}.tmp`);
	try {
		const file = await calls.open(temporary, 'wx', mode);
		try {
			await file.writeFile(data);
			await file.sync();
		} finally {
			await file.close();
		}
		await renameWhenFree(temporary, target, calls);
	} catch (error) {
		await rm(temporary, { force: true }).catch(() => undefined);
		throw error;
	}
	await flushFolder(folder);
}

/** As `writeFileAtomic`, making the folder first. For the program's own files. */
export async function writeOwnFile(path: string, data: string | Uint8Array): Promise<void> {
	await mkdir(dirname(path), { recursive: true });
	await writeFileAtomic(path, data);
}

async function renameWhenFree(from: string, to: string, calls: FileCalls): Promise<void> {
	for (let attempt = 1; ; attempt++) {
		try {
			await calls.rename(from, to);
			return;
		} catch (error) {
			if (attempt >= RENAME_TRIES || !BUSY.has(codeOf(error) ?? '')) throw error;
			await new Promise((resolve) => setTimeout(resolve, 2 ** attempt));
		}
	}
}

/** Makes the rename itself last; not possible on every system, and then not needed. */
async function flushFolder(folder: string): Promise<void> {
	const handle = await open(folder, 'r').catch(() => null);
	if (handle === null) return;
	await handle.sync().catch(() => undefined);
	await handle.close().catch(() => undefined);
}
