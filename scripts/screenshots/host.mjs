import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { projectFolder } from '../setup/places.mjs';

/**
 * Starts the built web host over folders of its own and waits for its link.
 * @param {string} folder
 * @returns {Promise<{ link: string, stop: () => Promise<void> }>}
 */
export async function startHost(folder) {
	const program = join(projectFolder, 'dist', 'app', 'web.mjs');
	const child = spawn(process.execPath, [program, '--no-open', '--port', '0'], {
		env: { ...process.env, LAYERLOOM_DATA_DIR: join(folder, 'data'), LAYERLOOM_DOCUMENTS_DIR: join(folder, 'documents') },
		stdio: ['ignore', 'pipe', 'ignore'],
	});
	let told = '';
	/** @type {string} */
	const link = await new Promise((resolve, reject) => {
		child.stdout.on('data', (chunk) => {
			told += chunk;
			const [found] = /http:\/\/127\.0\.0\.1:\d+\/\?secret=[\w-]+/.exec(told) ?? [];
			if (found !== undefined) resolve(found);
		});
		child.once('exit', (code) => reject(new Error(`The web host ended with ${code} before it was ready:\n${told}`)));
	});
	return {
		link,
		async stop() {
			if (child.exitCode !== null) return;
			child.kill('SIGTERM');
			await once(child, 'exit');
		},
	};
}
