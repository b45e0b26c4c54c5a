import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { projectFolder } from '../setup/places.mjs';
import { say } from '../setup/say.mjs';
import { build, profiles } from './build.mjs';

/**
 * Vite serves the page from its sources; requests go on to a web host of the built programs, with the secret that only
 * this process knows. Changed programs need a new start.
 */
export async function startDevelopment() {
	await build(profiles.product);
	const host = spawn(
		process.execPath,
		['--enable-source-maps', join(projectFolder, 'dist', 'app', 'web.mjs'), '--no-open', '--port', '0'],
		{
			stdio: ['ignore', 'pipe', 'inherit'],
		},
	);
	const link = await readLink(host.stdout);
	const vite = await import('vite');
	const server = await vite.createServer({
		configFile: join(projectFolder, 'vite.config.ts'),
		root: join(projectFolder, 'renderer'),
		server: {
			proxy: {
				'/rpc': {
					target: link.origin,
					ws: true,
					changeOrigin: true,
					headers: { origin: link.origin, cookie: `layerloom-${link.port}=${link.searchParams.get('secret')}` },
				},
			},
		},
	});
	await server.listen();
	say(`The page with hot replacement: ${server.resolvedUrls?.local[0] ?? ''}`);
	const stop = async () => {
		host.kill();
		await server.close();
	};
	for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.once(signal, () => void stop().then(() => process.exit(0)));
	host.once('exit', () => void stop());
}

/** The web host prints its link when it is ready. @param {import('node:stream').Readable} output @returns {Promise<URL>} */
async function readLink(output) {
	output.setEncoding('utf8');
	let text = '';
	for await (const chunk of output) {
		text += chunk;
		const found = /http:\/\/127\.0\.0\.1:\d+\/\?secret=[\w-]+/.exec(text);
		if (found) {
			output.resume();
			return new URL(found[0]);
		}
	}
	throw new Error(`The web host ended without a link: ${text}`);
}
