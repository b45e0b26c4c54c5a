import { existsSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
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
 * Finds them from any module of the product, by walking up to package.json. In a packaged app the archive can be read
 * but not run from: workers and native parts lie beside it, in `app.asar.unpacked`.
 */
export function findProductFolders(moduleUrl: string): ProductFolders {
	const root = findRoot(dirname(fileURLToPath(moduleUrl)));
	const runnable = root.replace(`app.asar${sep}`, `app.asar.unpacked${sep}`).replace(/app\.asar$/, 'app.asar.unpacked');
	return {
		assetsFolder: join(runnable, 'assets'),
		pageFolder: join(root, 'dist', 'renderer'),
		programFolder: join(runnable, 'dist', 'app'),
	};
}

function findRoot(folder: string): string {
	// The unpacked twin of the archive has no package.json of its own; the archive has.
	const archived = folder.replace('app.asar.unpacked', 'app.asar');
	if (existsSync(join(archived, 'package.json'))) return archived;
	const parent = dirname(folder);
	if (parent === folder) throw new Error(`No package.json above ${folder}: the product is incomplete.`);
	return findRoot(parent);
}
