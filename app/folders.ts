import { existsSync, readFileSync } from 'node:fs';
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
	/** What an export's web page is made of: `page.js` and `page.css`. */
	readonly exportedPageFolder: string;
	/** As package.json says it. */
	readonly version: string;
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
		exportedPageFolder: join(unpacked(build), 'app', 'page'),
		version: readVersion(join(root, 'package.json')),
	};
}

function readVersion(packageFile: string): string {
	const parsed: unknown = JSON.parse(readFileSync(packageFile, 'utf8'));
	if (typeof parsed === 'object' && parsed !== null && 'version' in parsed && typeof parsed.version === 'string') return parsed.version;
	throw new Error(`No version in ${packageFile}: the product is incomplete.`);
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
