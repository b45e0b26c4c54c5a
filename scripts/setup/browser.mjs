import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { canUseApt, installWithApt } from './apt.mjs';
import { modulesFolder } from './places.mjs';
import { recallRefusal, rememberRefusal } from './remember.mjs';
import { explain, run } from './run.mjs';
import { say } from './say.mjs';

/** @typedef {{ state: 'ready', path: string } | { state: 'missing', reason: string }} Browser */

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'];

/**
 * A Chromium for the browser tests that is on this machine: the one `LAYERLOOM_CHROMIUM` names, an installed one, or
 * the one that Playwright fetched.
 * @returns {string | null}
 */
export function findBrowser() {
	const named = process.env.LAYERLOOM_CHROMIUM;
	if (named) return named;
	return findOnPath(names) ?? usualPlaces().find((path) => existsSync(path)) ?? findPlaywrightBrowser();
}

/** The same, fetched when there is none. @returns {Promise<Browser>} */
export async function prepareBrowser() {
	const found = findBrowser();
	if (found) return { state: 'ready', path: found };
	const refused = recallRefusal('browser');
	if (refused) return { state: 'missing', reason: refused };

	say("Browser for the tests: none is installed, so Playwright's own is fetched (about 170 MB).");
	const result = await run(process.execPath, [join(modulesFolder, 'playwright', 'cli.js'), 'install', 'chromium'], {
		limitMs: 15 * 60_000,
		stallMs: 60_000,
		onLine: (line) => /\d+%/.test(line) && say(`  ${line}`),
	});
	const reasons = [];
	const fetched = findPlaywrightBrowser();
	if (result.ok && fetched) return { state: 'ready', path: fetched };
	reasons.push(`Playwright's browser could not be fetched (${explain(result)})`);

	if (canUseApt()) {
		const problem = await installWithApt(['chromium'], 'because the browser tests need a browser');
		const installed = findOnPath(names);
		if (installed) return { state: 'ready', path: installed };
		reasons.push(problem ?? 'apt-get installed no Chromium');
	}
	const reason = `${reasons.join('; ')}. Install Chromium or Chrome to run the browser tests`;
	rememberRefusal('browser', reason);
	return { state: 'missing', reason };
}

/** @param {readonly string[]} programs @returns {string | null} */
export function findOnPath(programs, path = process.env.PATH ?? '') {
	for (const program of programs) {
		for (const folder of path.split(delimiter)) {
			const file = join(folder, program);
			if (folder !== '' && isExecutable(file)) return file;
		}
	}
	return null;
}

/** @param {string} file */
function isExecutable(file) {
	try {
		accessSync(file, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}

function usualPlaces() {
	if (process.platform === 'darwin')
		return [
			'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
			'/Applications/Chromium.app/Contents/MacOS/Chromium',
			'/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
		];
	if (process.platform !== 'win32') return [];
	return [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
		.filter((folder) => folder !== undefined)
		.flatMap((folder) => [
			join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
			join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
		]);
}

/** The newest Chromium in Playwright's own folder. */
function findPlaywrightBrowser() {
	const places = { darwin: join('Library', 'Caches'), win32: join('AppData', 'Local') };
	const cache = places[/** @type {'darwin' | 'win32'} */ (process.platform)] ?? '.cache';
	const folder = process.env.PLAYWRIGHT_BROWSERS_PATH || join(homedir(), cache, 'ms-playwright');
	if (!existsSync(folder)) return null;
	const inside = [
		['chrome-linux64', 'chrome'],
		['chrome-linux', 'chrome'],
		['chrome-win64', 'chrome.exe'],
		['chrome-win', 'chrome.exe'],
		['chrome-mac-arm64', 'Google Chrome for Testing.app', 'Contents', 'MacOS', 'Google Chrome for Testing'],
		['chrome-mac-x64', 'Google Chrome for Testing.app', 'Contents', 'MacOS', 'Google Chrome for Testing'],
	];
	return (
		readdirSync(folder)
			.filter((name) => /^chromium-\d+$/.test(name))
			.sort((a, b) => Number(b.slice(9)) - Number(a.slice(9)))
			.flatMap((name) => inside.map((parts) => join(folder, name, ...parts)))
			.find((path) => existsSync(path)) ?? null
	);
}
