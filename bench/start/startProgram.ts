import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { HostKind } from '#main/train/host/link.ts';
import { type EngineName, engineNameSchema } from '#shared/training/event.ts';
import { serveProgram } from './program.ts';

const ourself = process.argv[1] ?? fileURLToPath(import.meta.url);
const projectFolder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/** The program in a process of its own: this benchmark, started again with `--serve`. */
export interface StartedProgram {
	readonly link: string;
	stop(): Promise<void>;
}

export async function startProgram(host: HostKind, engine: EngineName): Promise<StartedProgram> {
	const child: ChildProcess = spawn(process.execPath, [ourself, '--serve', host, engine], { stdio: ['pipe', 'pipe', 'inherit'] });
	if (!child.stdout) throw new Error('the program has no output');
	const [link] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
	return {
		link,
		async stop() {
			child.stdin?.end();
			await once(child, 'exit');
		},
	};
}

/** Serves where this process was started to; false in the benchmark itself. */
export async function serveWhereAsked(): Promise<boolean> {
	const [mode, host = '', engine = ''] = process.argv.slice(2);
	if (mode !== '--serve') return false;
	const places = {
		assetsFolder: path.join(projectFolder, 'assets'),
		pageFolder: path.join(projectFolder, 'dist', 'renderer'),
		workerFile: path.join(path.dirname(ourself), 'worker.mjs'),
	};
	await serveProgram(places, host === 'process' ? 'process' : 'thread', engineNameSchema.parse(engine));
	return true;
}
