import { spawn } from 'node:child_process';

/**
 * Runs a program to its end and keeps the end of what it printed. It never throws: a program that is missing, refuses,
 * hangs or dies is an answer. `hasMoved` (asked every second) tells whether work goes on; with it, `stallMs` without
 * movement ends the program, so that a download behind a silent wall does not take the whole time limit.
 *
 * @param {string} program
 * @param {readonly string[]} parameters
 * @param {{
 *   folder?: string, environment?: NodeJS.ProcessEnv, limitMs?: number, stallMs?: number,
 *   hasMoved?: () => boolean, onLine?: (line: string) => void, shell?: boolean
 * }} [options]
 * @returns {Promise<{ ok: boolean, code: number | null, output: string, reason: string | null }>}
 */
export function run(program, parameters, options = {}) {
	const { folder, environment, limitMs = 600_000, stallMs, hasMoved, onLine, shell = false } = options;
	return new Promise((resolve) => {
		let output = '';
		/** @type {string | null} */
		let reason = null;
		let movedAt = Date.now();
		const child = spawn(program, parameters, {
			cwd: folder,
			env: { ...process.env, ...environment },
			stdio: ['ignore', 'pipe', 'pipe'],
			shell,
			detached: process.platform !== 'win32',
		});
		/** @param {string} why */
		const end = (why) => {
			reason ??= why;
			killTree(child);
		};
		const startedAt = Date.now();
		const clock = setInterval(() => {
			if (hasMoved?.()) movedAt = Date.now();
			if (Date.now() - startedAt > limitMs) end(`it took longer than ${Math.round(limitMs / 1000)} s`);
			else if (stallMs !== undefined && Date.now() - movedAt > stallMs) end(`nothing moved for ${Math.round(stallMs / 1000)} s`);
		}, 1000);
		const stop = () => {
			killTree(child);
			process.exit(130);
		};
		process.once('SIGINT', stop);
		process.once('SIGTERM', stop);
		for (const stream of [child.stdout, child.stderr]) {
			stream.setEncoding('utf8');
			stream.on('data', (/** @type {string} */ text) => {
				if (!hasMoved) movedAt = Date.now();
				output = (output + text).slice(-20_000);
				if (onLine) for (const line of text.split(/[\r\n]+/)) if (line.trim() !== '') onLine(line.trim());
			});
		}
		/** @param {number | null} code @param {string | null} why */
		const settle = (code, why) => {
			clearInterval(clock);
			process.removeListener('SIGINT', stop);
			process.removeListener('SIGTERM', stop);
			reason ??= why;
			resolve({ ok: code === 0 && reason === null, code, output, reason });
		};
		child.once('error', (error) => settle(null, `${program} could not be started (${error.message})`));
		child.once('close', (code, signal) => settle(code, signal ? `it was ended by ${signal}` : null));
	});
}

/** @param {import('node:child_process').ChildProcess} child */
function killTree(child) {
	if (child.pid === undefined) return;
	try {
		if (process.platform === 'win32') child.kill('SIGKILL');
		else process.kill(-child.pid, 'SIGKILL');
	} catch {
		// It has ended by itself.
	}
}

/**
 * The line of a program's output that says best what went wrong.
 * @param {{ output: string, reason: string | null, code: number | null }} result
 */
export function explain(result) {
	if (result.reason) return result.reason;
	const lines = result.output.split('\n').map((line) => line.trim());
	const told = lines.find((line) => /ENOTFOUND|ECONN|ETIMEDOUT|EAI_AGAIN|getaddrinfo|certificate/i.test(line));
	const named = told ?? lines.find((line) => /^(?:\w*Error|error|ERROR|fatal error|E:)\b/.test(line)) ?? lines.filter(Boolean).at(-1);
	return (named ?? `it ended with code ${result.code}`).replace(/^Error: /, '').slice(0, 200);
}
