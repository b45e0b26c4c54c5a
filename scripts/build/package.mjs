import { existsSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { engineFolder, projectFolder } from '../setup/places.mjs';
import { say } from '../setup/say.mjs';
import { build } from './build.mjs';
import { profiles } from './profiles.mjs';

/** Where the unpacked app of the smoke test's variant goes. */
const smokeRelease = join(projectFolder, 'release', 'smoke');

/**
 * Packages the app with electron-builder. Unpacked, it is made from an Electron on this machine: the project's own, or,
 * where there is none, the old one of the smoke test, whose result is for that test and not for people.
 * @param {import('../setup/setUp.mjs').Prepared} prepared @param {boolean} isUnpacked
 * @returns {Promise<string>} the unpacked app's program, or the folder with the installers
 */
export async function packageApp({ electron, smoke }, isUnpacked) {
	const local = electron?.state === 'ready' ? electron.path : null;
	if (isUnpacked && local === null) {
		if (smoke?.state !== 'ready') throw new Error(`There is no Electron to package: ${smoke?.reason ?? 'none was found'}.`);
		say(
			'Packaging the variant for the smoke test with its old Electron, because the current Electron is not on this machine. Not for people.',
		);
		return packageForSmokeTest(smoke.path);
	}
	await build(profiles.product);
	await runBuilder(profiles.product.folder, isUnpacked, {
		...(local && isUnpacked ? { electronDist: dirname(local) } : {}),
		// The tests drive the unpacked app through Node's inspector.
		...(isUnpacked ? { electronFuses: null } : {}),
		extraResources: listNativeParts(),
	});
	const folder = join(projectFolder, 'release');
	return isUnpacked ? findProgram(folder) : folder;
}

/** @param {string} electron the old Electron's program @returns {Promise<string>} the unpacked app's program */
async function packageForSmokeTest(electron) {
	await build(profiles.smoke);
	rmSync(smokeRelease, { recursive: true, force: true });
	await runBuilder(profiles.smoke.folder, true, {
		electronDist: dirname(electron),
		electronVersion: readFileSync(join(dirname(electron), 'version'), 'utf8')
			.trim()
			.replace(/^v/, ''),
		electronFuses: null,
		directories: { output: relative(projectFolder, smokeRelease) },
		// The large native library would be copied for a test that trains a few batches: WebAssembly does.
		extraResources: [],
	});
	return findProgram(smokeRelease);
}

/** The program of the unpacked app in a release folder. @param {string} folder */
function findProgram(folder) {
	const places = {
		linux: ['linux-unpacked', 'layerloom'],
		win32: ['win-unpacked', 'Layerloom.exe'],
		darwin: ['mac', 'Layerloom.app', 'Contents', 'MacOS', 'Layerloom'],
	};
	const parts = places[/** @type {keyof typeof places} */ (process.platform)] ?? places.linux;
	if (process.platform === 'darwin' && process.arch === 'arm64') parts[0] = 'mac-arm64';
	return join(folder, ...parts);
}

/** The native engine's folders, as set-up prepared them, into the app's real files. */
function listNativeParts() {
	return ['deps', 'lib']
		.map((part) => join(engineFolder, part))
		.filter((path) => existsSync(path))
		.map((path) => ({
			from: realpathSync(path),
			to: join('app.asar.unpacked', relative(projectFolder, path)),
			filter: ['**/*', '!include/**'],
		}));
}

/** @param {string} buildFolder @param {boolean} isUnpacked @param {import('electron-builder').Configuration} changes */
async function runBuilder(buildFolder, isUnpacked, changes) {
	const { build: runElectronBuilder, Platform } = await import('electron-builder');
	process.env.LAYERLOOM_BUILD = buildFolder;
	await runElectronBuilder({
		projectDir: projectFolder,
		publish: 'never',
		config: { extends: 'electron-builder.yml', ...changes },
		targets: isUnpacked ? Platform.current().createTarget('dir') : Platform.current().createTarget(),
	});
}
