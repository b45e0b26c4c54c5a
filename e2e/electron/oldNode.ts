import './oldRuntime.ts';
import crypto from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';

/** The same for Node's own modules. */
const promises = fs.promises as unknown as Record<string, unknown>;
const give = (target: object, name: string, value: unknown): void => {
	if (!(name in target)) Object.defineProperty(target, name, { value, configurable: true, writable: true });
};

give(promises, 'rm', async (path: string, options: { recursive?: boolean; force?: boolean } = {}) => {
	try {
		const found = await fs.promises.lstat(path);
		if (found.isDirectory()) await fs.promises.rmdir(path, { recursive: options.recursive === true } as object);
		else await fs.promises.unlink(path);
	} catch (error) {
		if (!options.force) throw error;
	}
});
give(promises, 'statfs', async () => ({ bavail: 1e9, bsize: 4096, blocks: 2e9 }));
give(crypto, 'randomUUID', () => (globalThis as unknown as { crypto: { randomUUID(): string } }).crypto.randomUUID());
give(os, 'availableParallelism', () => os.cpus().length);
