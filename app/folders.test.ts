import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findProductFolders } from './folders.ts';

describe('findProductFolders', () => {
	let root = '';
	beforeEach(() => {
		root = mkdtempSync(join(tmpdir(), 'layerloom-'));
	});
	afterEach(() => rmSync(root, { recursive: true }));

	/** A module inside a product whose package.json is in `root/path`. */
	function moduleAt(product: string, ...parts: readonly string[]): string {
		mkdirSync(join(root, product), { recursive: true });
		writeFileSync(join(root, product, 'package.json'), '{"version": "1.2.3"}');
		return pathToFileURL(join(root, product, ...parts)).href;
	}

	it('finds the built page and programs from a source module', () => {
		expect(findProductFolders(moduleAt('clone', 'app', 'web.ts'))).toEqual({
			assetsFolder: join(root, 'clone', 'assets'),
			pageFolder: join(root, 'clone', 'dist', 'renderer'),
			programFolder: join(root, 'clone', 'dist', 'app'),
			exportedPageFolder: join(root, 'clone', 'dist', 'app', 'page'),
			version: '1.2.3',
		});
	});

	it('keeps a build in its own folder together', () => {
		expect(findProductFolders(moduleAt('clone', 'dist', 'smoke', 'app', 'electron.cjs'))).toEqual({
			assetsFolder: join(root, 'clone', 'assets'),
			pageFolder: join(root, 'clone', 'dist', 'smoke', 'renderer'),
			programFolder: join(root, 'clone', 'dist', 'smoke', 'app'),
			exportedPageFolder: join(root, 'clone', 'dist', 'smoke', 'app', 'page'),
			version: '1.2.3',
		});
	});

	it('runs programs and reads assets from beside the archive of a packaged app', () => {
		const product = join('resources', 'app.asar');
		expect(findProductFolders(moduleAt(product, 'dist', 'app', 'electron.cjs'))).toEqual({
			assetsFolder: join(root, 'resources', 'app.asar.unpacked', 'assets'),
			pageFolder: join(root, 'resources', 'app.asar', 'dist', 'renderer'),
			programFolder: join(root, 'resources', 'app.asar.unpacked', 'dist', 'app'),
			exportedPageFolder: join(root, 'resources', 'app.asar.unpacked', 'dist', 'app', 'page'),
			version: '1.2.3',
		});
	});

	it('says that the product is incomplete where no package.json is above', () => {
		expect(() => findProductFolders(pathToFileURL(join(root, 'web.mjs')).href)).toThrow(/No package\.json above/);
	});
});
