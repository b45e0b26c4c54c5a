import { existsSync, lstatSync, mkdirSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { modulesFolder, projectFolder } from './places.mjs';
import { readJson } from './remember.mjs';
import { explain, run } from './run.mjs';
import { inSeconds, say, sayProgress } from './say.mjs';

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, devOptional?: boolean, link?: boolean }} LockedPackage
 */

/**
 * Why the installed packages are not the locked ones, or `null` when they are. npm leaves a copy of what it installed in
 * node_modules as its last deed, so an interrupted installation has none.
 * @param {Record<string, unknown> | null} lock package-lock.json
 * @param {Record<string, unknown> | null} installed node_modules/.package-lock.json
 */
export function findPackageDifference(lock, installed) {
	if (!lock) return 'package-lock.json is missing';
	if (!installed) return 'no packages are installed yet';
	const wanted = /** @type {Record<string, LockedPackage>} */ (lock.packages ?? {});
	const present = /** @type {Record<string, LockedPackage>} */ (installed.packages ?? {});
	for (const [path, entry] of Object.entries(wanted)) {
		if (path === '') continue;
		const found = present[path];
		if (!found) {
			// Parts for other systems stay out.
			if (entry.optional || entry.devOptional) continue;
			return `${nameOf(path)} is not installed`;
		}
		if (found.version !== entry.version || found.integrity !== entry.integrity) {
			return `${nameOf(path)} is installed as ${found.version} and locked as ${entry.version}`;
		}
	}
	const extra = Object.keys(present).find((path) => !wanted[path]);
	return extra ? `${nameOf(extra)} is no longer needed` : null;
}

/** @param {string} path */
function nameOf(path) {
	return path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
}

export function findProjectPackageDifference() {
	return findPackageDifference(readJson(join(projectFolder, 'package-lock.json')), readJson(join(modulesFolder, '.package-lock.json')));
}

/** Installs exactly the locked packages. @param {string} why */
export async function installPackages(why) {
	say(`Installing the locked packages, because ${why}. This takes about half a minute with a fast connection.`);
	// `npm ci` empties node_modules, and through a link it would empty another project's.
	if (lstatSync(modulesFolder, { throwIfNoEntry: false })?.isSymbolicLink()) unlinkSync(modulesFolder);
	const startedAt = Date.now();
	const clock = setInterval(() => sayProgress(`  npm ci, ${Math.round((Date.now() - startedAt) / 1000)} s`), 1000);
	const result = await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
		folder: projectFolder,
		limitMs: 20 * 60_000,
		shell: process.platform === 'win32',
	});
	clearInterval(clock);
	if (!result.ok) throw new Error(`npm could not install the packages: ${explain(result)}\n${result.output}`);
	say(`  done in ${inSeconds(Date.now() - startedAt)}`);
}

/** Makes `npx layerloom` find this clone's command without asking anybody. */
export function linkCommand() {
	const target = join(projectFolder, 'scripts', 'layerloom.mjs');
	const link = join(modulesFolder, '.bin', 'layerloom');
	if (existsSync(link) || !existsSync(dirname(dirname(link)))) return;
	mkdirSync(dirname(link), { recursive: true });
	rmSync(link, { force: true });
	if (process.platform === 'win32') {
		writeFileSync(`${link}.cmd`, `@node "${target}" %*\r\n`);
		writeFileSync(link, `#!/bin/sh\nexec node "${target.replaceAll('\\', '/')}" "$@"\n`);
		return;
	}
	symlinkSync(join('..', '..', 'scripts', 'layerloom.mjs'), link);
}
