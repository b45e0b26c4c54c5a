import { findBrowser, prepareBrowser } from './browser.mjs';
import { findElectron, prepareElectron } from './electron.mjs';
import { alone } from './lock.mjs';
import { prepareNativeEngine, recallNativeEngine } from './native.mjs';
import { findProjectPackageDifference, installPackages, linkCommand } from './packages.mjs';
import { forgetRefusals, recallRefusal } from './remember.mjs';
import { say } from './say.mjs';
import { prepareSmokeRuntime } from './smokeRuntime.mjs';

/**
 * @typedef {{ again?: boolean, electron?: boolean, browser?: boolean, smoke?: boolean }} Wishes
 *   `again` asks anew for what was refused before; the others name parts that only some commands need
 * @typedef {{
 *   native: import('./native.mjs').NativeEngine,
 *   electron: import('./electron.mjs').ElectronRuntime | null,
 *   browser: import('./browser.mjs').Browser | null,
 *   smoke: import('./smokeRuntime.mjs').SmokeRuntime | null
 * }} Prepared
 */

/**
 * Prepares this clone: locked packages, native engine and the wished-for parts. Without anything to do it only looks at
 * a few files. Talks on stderr. Throws when the packages cannot be installed; everything else has a lesser answer.
 * @param {Wishes} wishes
 * @returns {Promise<Prepared>}
 */
export async function setUp(wishes = {}) {
	if (wishes.again) forgetRefusals();
	return recall(wishes) ?? (await alone(() => prepare(wishes)));
}

/** What is known without any work. @param {Wishes} wishes @returns {Prepared | null} */
function recall({ electron, browser, smoke }) {
	if (smoke || findProjectPackageDifference() !== null) return null;
	const native = recallNativeEngine();
	const foundElectron = electron ? recallPart(findElectron(), 'electron') : undefined;
	const foundBrowser = browser ? recallPart(findBrowser(), 'browser') : undefined;
	if (!native || foundElectron === null || foundBrowser === null) return null;
	linkCommand();
	return { native, electron: foundElectron ?? null, browser: foundBrowser ?? null, smoke: null };
}

/** @param {string | null} path @param {string} part @returns {{ state: 'ready', path: string } | { state: 'missing', reason: string } | null} */
function recallPart(path, part) {
	if (path !== null) return { state: 'ready', path };
	const reason = recallRefusal(part);
	return reason === null ? null : { state: 'missing', reason };
}

/** @param {Wishes} wishes @returns {Promise<Prepared>} */
async function prepare(wishes) {
	const difference = findProjectPackageDifference();
	if (difference) await installPackages(difference);
	linkCommand();
	const hadNative = recallNativeEngine() !== null;
	const native = await prepareNativeEngine();
	if (!hadNative) say(describeNative(native));
	return {
		native,
		electron: wishes.electron ? await prepareElectron() : null,
		browser: wishes.browser ? await prepareBrowser() : null,
		smoke: wishes.smoke ? await prepareSmokeRuntime() : null,
	};
}

/** @param {import('./native.mjs').NativeEngine} native */
function describeNative(native) {
	return native.state === 'ready'
		? `Native engine: ready (${native.how}).`
		: `Native engine: not to be had, so training uses the slower WebAssembly engine. Why: ${native.reason}. "npm run setup -- --again" tries again.`;
}

/** One line for each part. @param {Prepared} prepared */
export function describe({ native, electron, browser, smoke }) {
	const lines = [describeNative(native)];
	if (electron)
		lines.push(
			electron.state === 'ready'
				? `Electron: ${electron.path}`
				: `Electron: none, so the app opens in the browser. Why: ${electron.reason}.`,
		);
	if (browser)
		lines.push(browser.state === 'ready' ? `Browser for tests: ${browser.path}` : `Browser for tests: none. Why: ${browser.reason}.`);
	if (smoke)
		lines.push(
			smoke.state === 'ready' ? `Electron for the smoke test: ${smoke.path}` : `Electron for the smoke test: none. Why: ${smoke.reason}.`,
		);
	return lines;
}
