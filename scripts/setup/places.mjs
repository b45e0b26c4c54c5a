import { existsSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The clone: where package.json is. */
export const projectFolder = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
export const modulesFolder = join(projectFolder, 'node_modules');
export const engineFolder = join(modulesFolder, '@tensorflow', 'tfjs-node');
/** What set-up found out about this clone; gone with node_modules, on purpose. */
export const notesFolder = join(modulesFolder, '.layerloom');

/**
 * Where prepared parts are kept for every clone of this user, so that a second clone needs no second download.
 * `LAYERLOOM_CACHE` overrides it.
 * @param {NodeJS.ProcessEnv} environment
 * @param {NodeJS.Platform} platform
 */
export function chooseCacheFolder(environment = process.env, platform = process.platform, home = homedir()) {
	if (environment.LAYERLOOM_CACHE) return environment.LAYERLOOM_CACHE;
	if (platform === 'win32') return join(environment.LOCALAPPDATA ?? join(home, 'AppData', 'Local'), 'layerloom', 'cache');
	if (platform === 'darwin') return join(home, 'Library', 'Caches', 'layerloom');
	return join(environment.XDG_CACHE_HOME ?? join(home, '.cache'), 'layerloom');
}

/**
 * A folder of the cache, made when it is not there.
 * @param {string[]} parts
 */
export function cacheFolder(...parts) {
	const folder = join(chooseCacheFolder(), ...parts);
	if (!existsSync(folder)) mkdirSync(folder, { recursive: true });
	return folder;
}
