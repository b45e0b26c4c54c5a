import { existsSync } from 'node:fs';
import { explain, run } from './run.mjs';
import { say } from './say.mjs';

/** Whether this process may install packages of a Debian or Ubuntu. */
export function canUseApt() {
	return process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

let hasFreshLists = false;

/**
 * Installs distribution packages, saying so first.
 * @param {readonly string[]} packages @param {string} why
 * @returns {Promise<string | null>} the reason when it did not work
 */
export async function installWithApt(packages, why) {
	say(`Installing ${packages.join(', ')} with apt-get, ${why}.`);
	const environment = { DEBIAN_FRONTEND: 'noninteractive' };
	if (!hasFreshLists) await run('apt-get', ['update', '-q'], { environment, limitMs: 5 * 60_000, stallMs: 90_000 });
	hasFreshLists = true;
	const result = await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], {
		environment,
		limitMs: 15 * 60_000,
		stallMs: 180_000,
	});
	return result.ok ? null : `apt-get could not install ${packages[0]}: ${explain(result)}`;
}
