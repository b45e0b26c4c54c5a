/** Stands for modules that Node 12 does not have: `fs/promises`, `timers/promises` and `stream/promises`. */
import fs from 'node:fs';
import stream from 'node:stream';
import { promisify } from 'node:util';

export const {
	access,
	appendFile,
	chmod,
	copyFile,
	lstat,
	mkdir,
	mkdtemp,
	open,
	opendir,
	readFile,
	readdir,
	readlink,
	realpath,
	rename,
	rmdir,
	stat,
	symlink,
	truncate,
	unlink,
	utimes,
	writeFile,
} = fs.promises;

type Remove = typeof fs.promises.rm;
/** Present once oldNode.ts has run, which is before the first call. */
export const rm: Remove = (...parameters) => fs.promises.rm(...parameters);
export const statfs: typeof fs.promises.statfs = ((path: string) => fs.promises.statfs(path)) as typeof fs.promises.statfs;
export const pipeline = promisify(stream.pipeline);
export const setTimeout = <Value>(durationMs: number, value?: Value): Promise<Value | undefined> =>
	new Promise((resolve) => globalThis.setTimeout(() => resolve(value), durationMs));
export const setImmediate = (): Promise<void> => new Promise((resolve) => globalThis.setImmediate(() => resolve()));
