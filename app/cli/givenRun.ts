import { cp, mkdir, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { Problem } from '#main/problem.ts';
import { message } from '#shared/text/message.ts';
import type { Program } from '../program.ts';

interface RunPlace {
	readonly run: string;
	readonly dataFolder: string;
	release(): Promise<void>;
}

/** A run by its id, or by the folder that `train --out` wrote, wherever it was copied to. */
export async function findRun(program: Program, given: string): Promise<RunPlace> {
	const folder = resolve(given);
	const isFolder = await stat(join(folder, 'run.json')).then(
		(about) => about.isFile(),
		() => false,
	);
	if (!isFolder) return { run: given, dataFolder: program.user.dataFolder, release: async () => undefined };
	const record = z.object({ id: z.string().regex(/^[0-9a-z-]+$/) }).safeParse(await readJson(join(folder, 'run.json')));
	if (!record.success) throw new Problem(message('cli.problem.notARun', { folder }));
	const dataFolder = await mkdtemp(join(tmpdir(), 'layerloom-run-'));
	const runs = join(dataFolder, 'runs');
	await mkdir(runs);
	await cp(folder, join(runs, record.data.id), { recursive: true });
	return { run: record.data.id, dataFolder, release: () => rm(dataFolder, { recursive: true, force: true }) };
}

async function readJson(file: string): Promise<unknown> {
	try {
		return JSON.parse(await readFile(file, 'utf8'));
	} catch {
		return null;
	}
}
