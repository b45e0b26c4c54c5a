import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { projectFolder, type TestFolders } from './folders.ts';

/** A running web host of the built app. */
export interface WebHost {
	/** With the secret in it. */
	readonly link: string;
	readonly process: ChildProcess;
	stop(): Promise<void>;
}

/** Starts the built web host on a free port over the test's own folders and waits for its link. */
export async function startWebHost(folders: TestFolders, parameters: readonly string[] = []): Promise<WebHost> {
	const program = join(projectFolder, 'dist', 'app', 'web.mjs');
	const child = spawn(process.execPath, ['--enable-source-maps', program, '--no-open', '--port', '0', ...parameters], {
		env: { ...process.env, LAYERLOOM_DATA_DIR: folders.data, LAYERLOOM_DOCUMENTS_DIR: folders.documents },
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	return {
		link: await readLink(child),
		process: child,
		async stop() {
			if (child.exitCode !== null || child.signalCode !== null) return;
			child.kill('SIGTERM');
			await once(child, 'exit');
		},
	};
}

function readLink(child: ChildProcess): Promise<string> {
	return new Promise((resolve, reject) => {
		let told = '';
		const hear = (chunk: Buffer): void => {
			told += chunk.toString();
			const [link] = /http:\/\/127\.0\.0\.1:\d+\/\?secret=[\w-]+/.exec(told) ?? [];
			if (link !== undefined) resolve(link);
		};
		child.stdout?.on('data', hear);
		child.stderr?.on('data', hear);
		child.once('exit', (code) => reject(new Error(`The web host ended with ${code} before it was ready:\n${told}`)));
	});
}
