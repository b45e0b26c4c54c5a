import { spawn } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { HostKind } from '#main/train/host/link.ts';

/** On the command line of the hidden second instance that tries the engine in a thread. */
export const probeSwitch = '--probe-engine';

const probeLimitMs = 90_000;
const choiceSchema = z.object({ subject: z.string(), host: z.enum(['thread', 'process']) });

/** Runs a copy of this program that tries the engine; true when it came through. */
export type TryEngine = () => Promise<boolean>;

/**
 * Where the engine is to live: in a thread, unless loading it beside Chromium brings a program down. Tried once per `subject`
 * (what would change the answer: versions of Electron, the product and the native library) and remembered in `file`.
 */
export async function chooseHostKind(file: string, subject: string, tryEngine: TryEngine): Promise<HostKind> {
	const remembered = await readChoice(file);
	if (remembered?.subject === subject) return remembered.host;
	const host = (await tryEngine()) ? 'thread' : 'process';
	// A full disk costs the same trial next time; it must not keep the program from starting.
	await mkdir(dirname(file), { recursive: true })
		.then(() => writeFile(file, `${JSON.stringify({ subject, host })}\n`))
		.catch(() => undefined);
	return host;
}

async function readChoice(file: string): Promise<z.infer<typeof choiceSchema> | null> {
	try {
		return choiceSchema.parse(JSON.parse(await readFile(file, 'utf8')));
	} catch {
		return null;
	}
}

/** Starts this program again with `probeSwitch`; it must end with code 0 in time. */
export function tryInSecondInstance(program: string, parameters: readonly string[]): Promise<boolean> {
	return new Promise((resolve) => {
		const child = spawn(program, [...parameters, probeSwitch], { stdio: 'ignore', windowsHide: true });
		const limit = setTimeout(() => child.kill('SIGKILL'), probeLimitMs);
		const end = (isFine: boolean): void => {
			clearTimeout(limit);
			resolve(isFine);
		};
		child.once('error', () => end(false));
		child.once('exit', (code) => end(code === 0));
	});
}
