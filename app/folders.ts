import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the product's own parts lie, in a clone and in a packaged app. */
export interface ProductFolders {
	/** Bundled datasets and icons. */
	readonly assetsFolder: string;
	/** The built page: `index.html` and what it loads. */
	readonly pageFolder: string;
	/** The folder of the built programs: `worker.mjs` and its companions. */
	readonly programFolder: string;
}

/**
 * Finds them from a module of the product, built (`dist/app/…`) or not. In a packaged app the archive can be read but
 * not run from: workers and native parts lie beside it, in `app.asar.unpacked`.
 */
export function findProductFolders(moduleUrl: string): ProductFolders {
	const folder = dirname(fileURLToPath(moduleUrl));
	const root = findRoot(folder);
	const build = folder.startsWith(join(root, 'dist')) ? dirname(folder) : join(root, 'dist');
	return {
		assetsFolder: join(unpacked(root), 'assets'),
		pageFolder: join(build, 'renderer'),
		programFolder: join(unpacked(build), 'app'),
	};
}

/** The place beside the archive for a path inside it; any other path as it is. */
function unpacked(path: string): string {
	return path.replace(/app\.asar(?=$|[\\/])/, 'app.asar.unpacked');
}

function findRoot(folder: string): string {
	if (existsSync(join(folder, 'package.json'))) return folder;
	const parent = dirname(folder);
	if (parent === folder) throw new Error(`No package.json above ${folder}: the product is incomplete.`);
	return findRoot(parent);
}
