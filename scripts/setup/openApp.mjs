import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { projectFolder } from './places.mjs';
import { say } from './say.mjs';

/**
 * Opens the built app and waits until it is closed.
 * @param {import('./electron.mjs').ElectronRuntime | null} electron
 * @param {readonly string[]} parameters
 * @returns {Promise<number>} the exit code
 */
export function openApp(electron, parameters) {
	if (electron?.state === 'ready' && hasDisplay()) return follow(electron.path, [...sandboxParameters(), projectFolder, ...parameters]);
	if (electron?.state === 'ready') say('Opening in the browser, because there is no display for a window.');
	else if (electron) say(`Opening in the browser, because there is no Electron: ${electron.reason}.`);
	return follow(process.execPath, ['--enable-source-maps', join(projectFolder, 'dist', 'app', 'web.mjs'), ...parameters]);
}

/** @param {NodeJS.Platform} platform @param {NodeJS.ProcessEnv} environment */
export function hasDisplay(platform = process.platform, environment = process.env) {
	if (platform === 'darwin' || platform === 'win32') return true;
	return Boolean(environment.DISPLAY || environment.WAYLAND_DISPLAY);
}

/** Chromium refuses to start its sandbox for root. */
function sandboxParameters() {
	return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

/** @param {string} program @param {readonly string[]} parameters @returns {Promise<number>} */
function follow(program, parameters) {
	return new Promise((resolve, reject) => {
		const environment = { ...process.env };
		delete environment.ELECTRON_RUN_AS_NODE;
		const child = spawn(program, parameters, { stdio: 'inherit', env: environment });
		const forward = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal);
		process.on('SIGINT', forward);
		process.on('SIGTERM', forward);
		child.once('error', reject);
		child.once('close', (code, signal) => resolve(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1)));
	});
}
