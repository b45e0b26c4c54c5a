import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildPlan } from '#shared/plan/buildPlan.ts';
import { findTemplate } from '#shared/templates/templates.ts';
import type { TrainingEvent } from '#shared/training/event.ts';
import { bundleWorker } from './bundleWorker.ts';
import { EngineHost } from './engineHost.ts';
import type { RunJob } from './protocol.ts';

let workerFile = '';
let folder = '';
beforeAll(async () => {
	workerFile = await bundleWorker();
	folder = await mkdtemp(path.join(os.tmpdir(), 'layerloom-host-'));
});
afterAll(async () => {
	await rm(path.dirname(workerFile), { recursive: true, force: true });
	await rm(folder, { recursive: true, force: true });
});

function longJob(run: string, change: Partial<RunJob> = {}): RunJob {
	const template = findTemplate('perceptron');
	const planned = template && buildPlan(template.build(), { dataset: null });
	if (!template || !planned?.ok) throw new Error('the template has no plan');
	return {
		run,
		folder: path.join(folder, run),
		plan: planned.value,
		training: { ...template.build().training, epochs: 1000 },
		data: {
			reference: { kind: 'bundled', name: 'digits' },
			assetsFolder: fileURLToPath(new URL('../../../assets', import.meta.url)),
			cacheFolder: null,
			size: null,
		},
		isResumed: false,
		startWeights: null,
		...change,
	};
}

/** Events of a run; `at` is called with each. */
function follow(host: EngineHost, job: RunJob, at: (event: TrainingEvent) => void = () => undefined): Promise<TrainingEvent[]> {
	return new Promise((resolve) => {
		const events: TrainingEvent[] = [];
		host.run(job, {
			onEvent: (event) => {
				events.push(event);
				at(event);
				if (event.kind === 'ended') resolve(events);
			},
			onData: () => undefined,
			onSaved: () => undefined,
		});
	});
}

it('a host that talks nonsense ends its run with a reason, and the program goes on', async () => {
	const nonsense = path.join(folder, 'nonsense.mjs');
	await writeFile(
		nonsense,
		"import { parentPort } from 'node:worker_threads';\nparentPort.on('message', ({ kind }) => kind === 'run' && parentPort.postMessage({ kind: 'event', event: { kind: 'ended' } }));\n",
	);
	const host = new EngineHost({ kind: 'thread', workerFile: nonsense, preferred: null });
	expect((await follow(host, longJob('nonsense'))).at(-1)).toMatchObject({ status: 'failed', reason: { id: 'training.end.hostDied' } });
	expect(host.isAlive).toBe(false);
	await host.close();
});

describe.each(['thread', 'process'] as const)('an engine host in a %s', (kind) => {
	it('ends the run with a reason when it is ended in the middle, and answers no more', async () => {
		const host = new EngineHost({ kind, workerFile, preferred: 'wasm' });
		expect(await host.opened).toMatchObject({ name: 'wasm', reasons: [] });
		const events = await follow(host, longJob(`killed-${kind}`), (event) => {
			if (event.kind === 'batch') void host.close();
		});
		expect(events.at(-1)).toMatchObject({ status: 'failed', reason: { id: 'training.end.hostDied' } });
		expect(host.isAlive).toBe(false);
		await expect(
			host.ask<'samples'>({ kind: 'samples', data: longJob('x').data, split: 'test', share: 0, seed: 1, indices: Int32Array.of(0) }),
		).rejects.toMatchObject({ userMessage: { id: 'training.end.hostDied' } });
		expect(await follow(host, longJob('late'))).toHaveLength(1);
	});

	it('stops within one batch', async () => {
		const host = new EngineHost({ kind, workerFile, preferred: 'wasm' });
		let batchesAfterStop = 0;
		let isStopped = false;
		const events = await follow(host, longJob(`stopped-${kind}`), (event) => {
			if (event.kind !== 'batch') return;
			if (isStopped) batchesAfterStop++;
			else host.stop(`stopped-${kind}`);
			isStopped = true;
		});
		await host.close();
		expect(events.at(-1)).toMatchObject({ status: 'stopped' });
		expect(batchesAfterStop).toBeLessThanOrEqual(1);
	});

	it('refuses a network beyond the engine’s memory before the first batch', async () => {
		const host = new EngineHost({ kind, workerFile, preferred: 'wasm' });
		const job = longJob('large');
		const events = await follow(host, { ...job, plan: { ...job.plan, activationBytes: 20_000_000 } });
		await host.close();
		expect(events.at(-1)).toMatchObject({ status: 'failed', reason: { id: 'training.end.engineMemory', values: { batchSize: 64 } } });
		expect(events.at(-1)).toMatchObject({ reason: { values: { node: 'dense 1' } } });
		expect(events.some((event) => event.kind === 'started')).toBe(false);
	});

	it('ends the run with a reason when its folder cannot be written', async () => {
		const host = new EngineHost({ kind, workerFile, preferred: 'wasm' });
		const job = longJob('unwritable');
		// A file where the folder should be.
		const events = await follow(host, { ...job, folder: path.join(workerFile, 'run'), training: { ...job.training, epochs: 1 } });
		await host.close();
		expect(events.at(-1)).toMatchObject({ status: 'failed', reason: { id: 'training.end.cannotSave' } });
	});
});

/** "Niceness" of the threads of a process, by their number: 0 is usual, 5 gives way. */
async function nicenessOf(pid: number): Promise<ReadonlyMap<number, number>> {
	const threads = await readdir(`/proc/${pid}/task`);
	const read = async (thread: string): Promise<readonly [number, number]> => {
		const about = await readFile(`/proc/${pid}/task/${thread}/stat`, 'utf8');
		// Behind the name, which may hold spaces: the 19th field of proc(5) is the 17th here.
		return [Number(thread), Number(about.slice(about.lastIndexOf(')') + 2).split(' ')[16])];
	};
	return new Map(await Promise.all(threads.map(read)));
}

// Threads have priorities of their own on Linux alone.
it.skipIf(process.platform !== 'linux')('an engine in a thread gives way to the window of the program around it', async () => {
	const own = (await nicenessOf(process.pid)).get(process.pid);
	const before = [...(await nicenessOf(process.pid)).values()].filter((nice) => nice === 5).length;
	const host = new EngineHost({ kind: 'thread', workerFile, preferred: 'wasm', givesWay: true });
	await host.opened;
	const after = await nicenessOf(process.pid);
	await host.close();
	expect([...after.values()].filter((nice) => nice === 5).length).toBeGreaterThan(before);
	expect(after.get(process.pid)).toBe(own);
});
