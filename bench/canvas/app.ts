import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { GraphDocument } from '#shared/graph/document.ts';
import { serializeDocument } from '#shared/graph/serialize.ts';

/** The built web host with a document open in it, in folders that go when it stops. */
export interface OpenApp {
	readonly link: string;
	stop(): Promise<void>;
}

export async function openApp(projectFolder: string, document: GraphDocument): Promise<OpenApp> {
	const root = mkdtempSync(path.join(tmpdir(), 'layerloom-bench-'));
	const documents = path.join(root, 'documents');
	mkdirSync(documents);
	const file = path.join(documents, 'bench.loom.json');
	writeFileSync(file, serializeDocument(document));
	const host = spawn(process.execPath, [path.join(projectFolder, 'dist', 'app', 'web.mjs'), '--no-open', '--port', '0', file], {
		env: { ...process.env, LAYERLOOM_DATA_DIR: path.join(root, 'data'), LAYERLOOM_DOCUMENTS_DIR: documents },
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	return {
		link: await readLink(host),
		stop: async () => {
			if (host.exitCode === null) {
				host.kill('SIGTERM');
				await once(host, 'exit');
			}
			rmSync(root, { recursive: true, force: true, maxRetries: 5 });
		},
	};
}

function readLink(host: ChildProcess): Promise<string> {
	return new Promise((resolve, reject) => {
		let told = '';
		const hear = (chunk: Buffer): void => {
			told += chunk.toString();
			const [link] = /http:\/\/127\.0\.0\.1:\d+\/\?\S*secret=\S+/.exec(told) ?? [];
			if (link !== undefined) resolve(link);
		};
		host.stdout?.on('data', hear);
		host.stderr?.on('data', hear);
		host.once('exit', (code) => reject(new Error(`The web host ended with ${code} before it was ready:\n${told}`)));
	});
}
