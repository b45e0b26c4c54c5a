import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomStream } from '#shared/random.ts';
import type { EngineName } from '#shared/training/event.ts';
import { loadCompiled } from '../engine/compiled/load.ts';
import { readCheckpointState } from './checkpoint.ts';
import { bundleWorker } from './host/bundleWorker.ts';
import { checkpointFile } from './runFolder.ts';
import { type RunRecord, runRecordSchema } from './runRecord.ts';

const KILLS = 20;
const LONGEST_MS = 400;
const assetsFolder = fileURLToPath(new URL('../../assets', import.meta.url));
let workerFile = '';
let program = '';
let dataFolder = '';

beforeAll(async () => {
	[workerFile, program] = await Promise.all([bundleWorker(), bundleWorker('main/train/testing/program.ts')]);
	dataFolder = await mkdtemp(path.join(os.tmpdir(), 'layerloom-kill-'));
});
afterAll(async () => {
	for (const folder of [path.dirname(workerFile), path.dirname(program), dataFolder]) await rm(folder, { recursive: true, force: true });
});

interface Child {
	readonly process: ChildProcess;
	/** The run, once it is known; whether the next line came before the program ended. */
	readonly run: Promise<string | null>;
	readonly started: Promise<boolean>;
	readonly ended: Promise<NodeJS.Signals | number | null>;
}

function begin(run: string | null, engine: EngineName): Child {
	const child = spawn(process.execPath, [program, dataFolder, assetsFolder, workerFile, engine, ...(run === null ? [] : [run])], {
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	const ended = new Promise<NodeJS.Signals | number | null>((resolve) => child.on('exit', (code, signal) => resolve(signal ?? code)));
	let text = '';
	const find = (pattern: RegExp): Promise<string | null> =>
		new Promise((resolve) => {
			const look = (): void => {
				const found = pattern.exec(text);
				if (found) resolve(found[0]);
			};
			child.stdout?.on('data', look);
			void ended.then(() => resolve(pattern.exec(text)?.[0] ?? null));
		});
	child.stdout?.on('data', (bytes) => {
		text += String(bytes);
	});
	return {
		process: child,
		run: find(/(?<=run )\S+/),
		// Between two batches the first checkpoint has been written.
		started: find(/batch\s+batch/).then((found) => found !== null),
		ended,
	};
}

async function readRecord(run: string): Promise<RunRecord> {
	return runRecordSchema.parse(JSON.parse(await readFile(path.join(dataFolder, 'runs', run, 'run.json'), 'utf8')));
}

/** Losses and hash, without what the clock says. */
async function outcome(run: string) {
	const { status, reason, weightsHash, bestEpoch, evaluation, epochs } = await readRecord(run);
	return {
		status,
		reason,
		weightsHash,
		bestEpoch,
		evaluation,
		epochs: epochs.map(({ epoch, train, validation }) => ({ epoch, train, validation })),
	};
}

async function runToEnd(run: string | null, engine: EngineName): Promise<string> {
	const child = begin(run, engine);
	const id = await child.run;
	expect(await child.ended).toBe(0);
	if (id === null) throw new Error('the program named no run');
	return id;
}

const hasNative = await loadCompiled().then(
	() => true,
	() => false,
);

/** The kills are shared by the engines of this machine. */
const chosen: readonly EngineName[] = hasNative ? ['wasm', 'native'] : ['wasm'];

describe('a program that is killed', () => {
	it.each(chosen)(
		'at random moments goes on to the same weights as one that never was, on %s',
		async (engine) => {
			const kills = KILLS / chosen.length;
			const expected = await outcome(await runToEnd(null, engine));
			expect(expected).toMatchObject({ status: 'finished', weightsHash: expect.stringMatching(/^[0-9a-f]{64}$/) });
			const seed = Date.now() % 2 ** 32;
			console.info(`kills at moments from seed ${seed}`);
			const moments = randomStream(seed, 'kills');
			let run: string | null = null;
			let midway = 0;
			for (let kill = 0; kill < kills; ) {
				const child = begin(run, engine);
				const id: string | null = (await child.run) ?? run;
				// Most while it trains, some while it gets ready.
				if (moments.nextBelow(4) > 0) await child.started;
				await new Promise((resolve) => setTimeout(resolve, moments.nextBelow(LONGEST_MS)));
				child.process.kill('SIGKILL');
				if ((await child.ended) === 'SIGKILL') {
					kill++;
					run = id;
					if (id !== null && (await readRecord(id)).status !== 'finished') {
						if ((await readCheckpointState(checkpointFile(path.join(dataFolder, 'runs', id)))) !== null) midway++;
						continue;
					}
				}
				// It was done before.
				if (id !== null) expect(await outcome(id)).toEqual(expected);
				run = null;
			}
			console.info(`${midway} of them left a checkpoint to go on from`);
			expect(midway).toBeGreaterThan(0);
			const last = await runToEnd(run, engine);
			expect(await outcome(last)).toEqual(expected);
			const left = await readdir(path.join(dataFolder, 'runs', last));
			expect(left.sort()).toEqual(['metrics.jsonl', 'run.json', 'tensorboard', 'weights-best.safetensors', 'weights-last.safetensors']);
		},
		180_000,
	);
});
