import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { modulesFolder } from './places.mjs';
import { readJson, recallRefusal, rememberRefusal } from './remember.mjs';
import { explain, run } from './run.mjs';
import { inMegabytes, say, sayProgress } from './say.mjs';
import { measure } from './wheel.mjs';

/** @typedef {{ state: 'ready', path: string } | { state: 'missing', reason: string }} ElectronRuntime */

const folder = join(modulesFolder, 'electron');

/** The locked Electron's program, when it is on this machine. @returns {string | null} */
export function findElectron() {
	const local = process.env.ELECTRON_OVERRIDE_DIST_PATH;
	const pathFile = join(folder, 'path.txt');
	const program = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : process.platform === 'win32' ? 'electron.exe' : 'electron';
	const path = local ? join(local, program) : join(folder, 'dist', program);
	return existsSync(path) && (local !== undefined || existsSync(pathFile)) ? path : null;
}

/** The same, fetched with the package's own installer when it is missing. @returns {Promise<ElectronRuntime>} */
export async function prepareElectron() {
	const found = findElectron();
	if (found) return { state: 'ready', path: found };
	const refused = recallRefusal('electron');
	if (refused) return { state: 'missing', reason: refused };

	const version = readJson(join(folder, 'package.json'))?.version;
	say(`Electron: fetching the ${version} runtime (about 110 MB).`);
	let seen = -1;
	const result = await run(process.execPath, ['install.js'], {
		folder,
		limitMs: 15 * 60_000,
		stallMs: 90_000,
		hasMoved: () => {
			const bytes = measure(join(folder, 'dist'));
			const moved = bytes !== seen;
			seen = bytes;
			if (bytes > 0) sayProgress(`  ${inMegabytes(bytes)} unpacked`);
			return moved;
		},
	});
	const path = findElectron();
	if (result.ok && path) return { state: 'ready', path };
	const reason = `the Electron runtime could not be fetched (${explain(result)})`;
	rememberRefusal('electron', reason);
	return { state: 'missing', reason };
}
