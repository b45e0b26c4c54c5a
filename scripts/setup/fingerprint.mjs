import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const left = new Set(['node_modules', 'dist', 'release']);

/**
 * One value for the contents of files and folders; it changes when any of them changes, comes or goes. Tests are left
 * out: they are in no build.
 * @param {string} root @param {readonly string[]} paths
 */
export function fingerprint(root, paths) {
	const hash = createHash('sha256');
	for (const file of paths.flatMap((path) => listFiles(join(root, path))).sort()) {
		if (/\.test\.\w+$/.test(file)) continue;
		hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
	}
	return hash.digest('hex');
}

/** @param {string} path @returns {string[]} */
function listFiles(path) {
	try {
		return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
			if (left.has(entry.name)) return [];
			return entry.isDirectory() ? listFiles(join(path, entry.name)) : [join(path, entry.name)];
		});
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'ENOTDIR') return [path];
		if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
		throw error;
	}
}
