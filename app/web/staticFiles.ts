import { readFile, realpath } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';

export interface StaticFile {
	readonly body: Buffer;
	readonly type: string;
	/** File names of built assets hold a hash of their content, so they may be kept for ever. */
	readonly isHashed: boolean;
}

const TYPES: Readonly<Record<string, string>> = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.mjs': 'text/javascript; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.json': 'application/json; charset=utf-8',
	'.map': 'application/json; charset=utf-8',
	'.svg': 'image/svg+xml',
	'.png': 'image/png',
	'.jpg': 'image/jpeg',
	'.webp': 'image/webp',
	'.ico': 'image/x-icon',
	'.woff2': 'font/woff2',
	'.woff': 'font/woff',
	'.wasm': 'application/wasm',
	'.txt': 'text/plain; charset=utf-8',
};

/** A file of the built page for a request's path, or `null`. Nothing outside `folder` is ever read. */
export async function readStaticFile(folder: string, requestPath: string): Promise<StaticFile | null> {
	let path: string;
	try {
		path = decodeURIComponent(requestPath);
	} catch {
		return null;
	}
	if (path.includes('\0') || path.includes('\\')) return null;
	const relative = normalize(path === '/' ? '/index.html' : path);
	const type = TYPES[extname(relative).toLowerCase()];
	if (type === undefined) return null;
	try {
		const root = await realpath(folder);
		// The real path, so that neither dots nor links lead out of the folder.
		const file = await realpath(join(root, relative));
		if (!file.startsWith(root + sep)) return null;
		return { body: await readFile(file), type, isHashed: relative.startsWith(`${sep}assets${sep}`) };
	} catch {
		return null;
	}
}
