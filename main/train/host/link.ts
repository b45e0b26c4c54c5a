import { fork } from 'node:child_process';
import { SHARE_ENV, Worker } from 'node:worker_threads';
import { assertNever } from '#shared/assertNever.ts';

/** Where the engine lives: a thread of this program, or a process of its own where the native library would bring the program down. */
export type HostKind = 'thread' | 'process';

/** A running host and the way to talk to it. */
export interface HostLink {
	post(message: unknown): void;
	/** Ends it at once, whatever it is doing. */
	kill(): Promise<void>;
}

export interface HostListener {
	onMessage(message: unknown): void;
	/** Once, however it ended; `cause` for the log: an exit code, a signal, an uncaught error. */
	onEnd(cause: string): void;
}

/** On the host's command line where it is to train at lower priority. */
export const giveWaySwitch = '--give-way';

/** Starts a host from the built worker file. `givesWay`: a window must stay smooth while it trains. */
export function startHost(kind: HostKind, workerFile: string, givesWay: boolean, listener: HostListener): HostLink {
	const argv = givesWay ? [giveWaySwitch] : [];
	switch (kind) {
		case 'thread':
			return startThread(workerFile, argv, listener);
		case 'process':
			return startProcess(workerFile, argv, listener);
		default:
			return assertNever(kind);
	}
}

function startThread(workerFile: string, argv: string[], listener: HostListener): HostLink {
	// The native library reads the real environment, which a thread reaches only when it shares it.
	const worker = new Worker(workerFile, { env: SHARE_ENV, argv, execArgv: [], name: 'engine' });
	let cause: string | null = null;
	worker.on('message', (message) => listener.onMessage(message));
	worker.on('error', (error) => {
		cause = error instanceof Error ? error.message : String(error);
	});
	worker.on('exit', (code) => listener.onEnd(cause ?? `exit ${code}`));
	return {
		post: (message) => worker.postMessage(message),
		kill: async () => void (await worker.terminate()),
	};
}

function startProcess(workerFile: string, argv: string[], listener: HostListener): HostLink {
	// Standard output belongs to the program: the command line prints JSON there.
	const child = fork(workerFile, argv, { serialization: 'advanced', execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
	const ended = new Promise<void>((resolve) => {
		let isOver = false;
		const end = (cause: string): void => {
			if (isOver) return;
			isOver = true;
			listener.onEnd(cause);
			resolve();
		};
		child.on('exit', (code, signal) => end(signal ?? `exit ${code}`));
		child.on('error', (error) => end(error.message));
	});
	child.on('message', (message) => listener.onMessage(message));
	return {
		post: (message) => {
			if (child.connected) child.send(message as object, () => undefined);
		},
		kill: async () => {
			child.kill('SIGKILL');
			await ended;
		},
	};
}
