import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { GraphDocument } from '#shared/graph/document.ts';
import { applyEdits } from '#shared/graph/edit.ts';
import { inferShapes } from '#shared/inference/inferShapes.ts';
import { findTemplate } from '#shared/templates/templates.ts';
import type { TrainingConfig } from '#shared/training/config.ts';
import type { TrainingEvent } from '#shared/training/event.ts';
import type { Training } from '../services/training.ts';
import { bundleWorker } from './host/bundleWorker.ts';
import type { HostKind } from './host/link.ts';
import { createTraining } from './training.ts';

const assetsFolder = fileURLToPath(new URL('../../assets', import.meta.url));
let workerFile = '';
let dataFolder = '';
let training: Training;

function begin(hostKind: HostKind = 'thread'): Training {
	return createTraining({ dataFolder, assetsFolder, workerFile, hostKind, version: 'test' });
}

function digits(change: Partial<TrainingConfig> = {}): GraphDocument {
	const template = findTemplate('perceptron');
	if (!template) throw new Error('the template is missing');
	const document = template.build('perceptron');
	return { ...document, training: { ...document.training, epochs: 1, batchSize: 128, ...change } };
}

async function follow(run: string, until: (event: TrainingEvent) => boolean = ({ kind }) => kind === 'ended'): Promise<TrainingEvent[]> {
	const events: TrainingEvent[] = [];
	for await (const event of training.events(run)) {
		events.push(event);
		if (until(event)) break;
	}
	return events;
}

beforeAll(async () => {
	workerFile = await bundleWorker();
});
afterAll(() => rm(path.dirname(workerFile), { recursive: true, force: true }));
beforeEach(async () => {
	dataFolder = await mkdtemp(path.join(os.tmpdir(), 'layerloom-training-'));
	training = begin();
});
afterEach(async () => {
	await training.close();
	await rm(dataFolder, { recursive: true, force: true });
});

describe('training', () => {
	it('trains, tests, answers and remembers', async () => {
		const run = await training.start(digits({ epochs: 2 }), 'wasm');
		const events = await follow(run);
		expect(events.map(({ kind }) => kind).filter((kind) => kind !== 'batch' && kind !== 'preparing')).toEqual([
			'started',
			'epoch',
			'epoch',
			'testing',
			'ended',
		]);

		const [summary] = await training.list('perceptron');
		expect(summary).toMatchObject({ id: run, status: 'finished', engine: 'wasm', name: 'Run 1', hasWeights: true, weights: 101_770 });
		expect(summary?.evaluation?.accuracy).toBeGreaterThan(0.85);
		expect(await training.list('another document')).toEqual([]);

		const model = await training.readModel(run);
		expect(model.classes).toHaveLength(10);
		expect(model.weights.reduce((sum, { values }) => sum + values.length, 0)).toBe(101_770);

		const sample = await training.predictSample(run, 'test', 0);
		expect(sample.probabilities.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 4);
		expect(sample.label).toBeTypeOf('number');

		const wrong = await training.answers(run, 0, 5, 'wrong');
		expect(wrong.total).toBe(Math.round(2000 * (1 - (summary?.evaluation?.accuracy ?? 0))));
		for (const { answer, label, picture } of wrong.answers) {
			expect(answer).not.toBe(label);
			expect(picture).toMatchObject({ width: 28, height: 28, channels: 1 });
			const again = await training.predictPicture(run, picture);
			expect(again.probabilities.indexOf(Math.max(...again.probabilities))).toBe(answer);
		}
		expect(await training.evaluate(run)).toEqual(summary?.evaluation);

		// A later program finds it as it was.
		await training.close();
		training = begin();
		expect(await training.list(null)).toEqual([summary]);
		expect(await follow(run)).toEqual(events);
	}, 60_000);

	it('begins with the weights of a document where its layers fit, and says which do not', async () => {
		const first = await training.start(digits(), 'wasm');
		await follow(first);
		const weights = await training.takeWeights(first);
		const known = { ...digits(), weights };
		const again = await training.start(known, 'wasm');
		await follow(again);
		const [summary] = await training.list('perceptron');
		expect(summary).toMatchObject({ id: again, startedFrom: { sha256: weights.sha256, filled: 2, fresh: [] } });
		const firstLoss = async (run: string) => (await training.list(null)).find(({ id }) => id === run)?.epochs[0]?.train.loss ?? 0;
		expect(await firstLoss(again)).toBeLessThan((await firstLoss(first)) * 0.7);

		// The same seed and the same weights give the same run.
		const repeated = await training.start(known, 'wasm');
		await follow(repeated);
		const hashes = (await training.list(null)).map(({ weightsHash }) => weightsHash);
		expect(hashes[0]).toBe(hashes[1]);
		expect(hashes[0]).not.toBe(hashes[2]);

		const [hidden] = known.nodes.filter(({ kind }) => kind === 'dense');
		const changed = applyEdits(known, [{ kind: 'setConfig', node: hidden?.id ?? '', config: { units: 64 } }]);
		expect(await training.startsFrom(changed)).toMatchObject({ filled: 0, fresh: ['dense 1', 'output'] });
		await expect(training.start({ ...known, weights: { ...weights, sha256: '0'.repeat(64) } }, 'wasm')).rejects.toMatchObject({
			userMessage: { id: 'documents.problem.weightsGone' },
		});
	}, 120_000);

	it('makes a run of weights without an epoch, which answers, is tested and stays the same one', async () => {
		const trained = await training.start(digits(), 'wasm');
		await follow(trained);
		const document = { ...digits(), weights: await training.takeWeights(trained) };
		const run = await training.adopt(document);
		expect(await training.adopt(document)).toBe(run);
		expect((await training.list(null)).find(({ id }) => id === run)).toMatchObject({ status: 'finished', epochs: [], hasWeights: true });
		expect(await training.evaluate(run)).toEqual(await training.evaluate(trained));
		const bare = await training.adopt({ ...document, dataset: null });
		expect((await training.readModel(bare)).classes).toHaveLength(10);
		await expect(training.evaluate(bare)).rejects.toMatchObject({ userMessage: { id: 'training.run.noData' } });
	}, 120_000);

	it('stops a run on request and keeps what was learned', async () => {
		const run = await training.start(digits({ epochs: 1000 }), 'wasm');
		await follow(run, ({ kind }) => kind === 'batch');
		await training.stop(run);
		expect((await follow(run)).at(-1)).toMatchObject({ kind: 'ended', status: 'stopped' });
		expect((await training.list(null))[0]).toMatchObject({ status: 'stopped', hasWeights: true });
		expect((await training.readModel(run)).weights.length).toBe(4);
	}, 60_000);

	it('keeps a second run waiting until the first is over, and takes it out of the queue', async () => {
		const first = await training.start(digits({ epochs: 1000 }), 'wasm');
		const second = await training.start(digits(), 'wasm');
		const third = await training.start(digits(), 'wasm');
		expect((await training.list(null)).map(({ id, status }) => [id, status])).toContainEqual([second, 'queued']);
		await training.stop(third);
		await training.stop(first);
		expect((await follow(second)).at(-1)).toMatchObject({ status: 'finished' });
		expect((await follow(third)).map(({ kind }) => kind)).toEqual(['ended']);
	}, 60_000);

	it('answers questions about a run under way, which ends as if nobody had asked', async () => {
		const alone = await training.start(digits({ epochs: 3 }), 'wasm');
		await follow(alone);
		const asked = await training.start(digits({ epochs: 3 }), 'wasm');
		await follow(asked, ({ kind }) => kind === 'epoch');
		for (let index = 0; index < 5; index++) {
			expect((await training.predictSample(asked, 'test', index)).probabilities).toHaveLength(10);
		}
		await follow(asked);
		const [second, first] = await training.list(null);
		expect(second?.id).toBe(asked);
		expect(second?.weightsHash).toMatch(/^[0-9a-f]{64}$/);
		expect(second?.weightsHash).toBe(first?.weightsHash);
	}, 120_000);

	it('a run that was prepared ends as one that was not, also when the document changed in between', async () => {
		const prepared = digits();
		const changed = { ...prepared, seed: 5, training: { ...prepared.training, learningRate: 0.005 } };
		const hashes: (string | null | undefined)[] = [];
		for (const [ahead, document] of [
			[null, prepared],
			[prepared, prepared],
			[null, changed],
			[prepared, changed],
		] as const) {
			// Begins no later than the run: what is half done must not be in its way either.
			if (ahead) void training.prepare(ahead, 'wasm');
			if (ahead && document === ahead) await training.prepare(ahead, 'wasm');
			const run = await training.start(document, 'wasm');
			expect((await follow(run)).at(-1)).toMatchObject({ status: 'finished' });
			hashes.push((await training.list(null)).find(({ id }) => id === run)?.weightsHash);
		}
		const [plain, ready, plainChanged, readyChanged] = hashes;
		expect(plain).toMatch(/^[0-9a-f]{64}$/);
		expect(ready).toBe(plain);
		expect(readyChanged).toBe(plainChanged);
		expect(plainChanged).not.toBe(plain);
	}, 60_000);

	it('prepares nothing where there is nothing to train', async () => {
		const document = digits();
		await training.prepare({ ...document, dataset: null }, 'wasm');
		await training.prepare({ ...document, edges: document.edges.slice(1) }, 'wasm');
		await training.prepare({ ...document, dataset: { kind: 'folder', path: path.join(dataFolder, 'gone'), size: null } }, 'wasm');
		expect(await training.list(null)).toEqual([]);
	});

	it('carries out ten runs in a row without keeping ports, threads or memory of them', async () => {
		// A small share to learn from, so that they are short.
		const short = digits({ batchSize: 512, validationShare: 0.9 });
		const seen: { readonly resources: number; readonly bytes: number }[] = [];
		for (let run = 0; run < 10; run++) {
			expect((await follow(await training.start(short, 'wasm'))).at(-1)).toMatchObject({ status: 'finished' });
			seen.push({ resources: openPorts(), bytes: process.memoryUsage().rss });
		}
		const [, , third] = seen;
		const last = seen.at(-1);
		if (!third || !last) throw new Error('there were too few runs');
		expect(last.resources).toBe(third.resources);
		// Room for what the garbage collector has not freed yet.
		expect(last.bytes - third.bytes).toBeLessThan(200_000_000);
	}, 120_000);

	it('looks for a learning rate, leaves nothing behind, and refuses to while a run is under way', async () => {
		const points: number[] = [];
		for await (const event of training.findRate(digits())) {
			if (event.kind === 'point') points.push(event.point.rate);
			if (points.length === 5) break;
		}
		expect(points[0]).toBe(1e-6);
		expect(await training.list(null)).toEqual([]);
		expect(await readdir(dataFolder)).not.toContain('runs');
		const run = await training.start(digits({ epochs: 1000 }), 'wasm');
		await expect(training.findRate(digits()).next()).rejects.toMatchObject({ userMessage: { id: 'training.rateFinder.busy' } });
		await training.stop(run);
		await follow(run);
	}, 60_000);

	it('refuses to delete a run under way, and forgets a deleted one', async () => {
		const run = await training.start(digits(), 'wasm');
		await expect(training.remove(run)).rejects.toMatchObject({ userMessage: { id: 'training.run.active' } });
		await follow(run);
		await training.annotate(run, { name: 'first try', notes: 'a plain\nperceptron' });
		await training.annotate(run, { isStarred: true });
		expect((await training.list(null))[0]).toMatchObject({ name: 'first try', notes: 'a plain\nperceptron', isStarred: true });
		expect(await training.details(run)).toMatchObject({
			training: { epochs: 1, batchSize: 128 },
			dataset: { reference: { kind: 'bundled', name: 'digits' }, fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/) },
			made: { program: 'test', engine: expect.stringContaining('WebAssembly') },
		});
		await training.remove(run);
		expect(await training.list(null)).toEqual([]);
		expect(await readdir(path.join(dataFolder, 'runs'))).toEqual([]);
	}, 60_000);

	it('lists a run that its program left open as interrupted', async () => {
		const run = await training.start(digits(), 'wasm');
		await follow(run);
		const store = path.join(dataFolder, 'runs', run, 'run.json');
		const record = JSON.parse(await readFile(store, 'utf8'));
		// No process has the number 0, and none is left with this instance.
		await writeFile(store, JSON.stringify({ ...record, status: 'running', endedAt: null, owner: { pid: process.pid, instance: 'gone' } }));
		expect((await training.list(null))[0]).toMatchObject({ status: 'interrupted', hasWeights: true });
	}, 60_000);

	it('refuses a network that needs more memory than is allowed, and names the layer that needs most', async () => {
		const document = digits();
		const large = { ...document, settings: { ...document.settings, memoryBudget: 1_000_000 } };
		const [first] = inferShapes(large, { dataset: null }).diagnostics;
		expect(large.nodes.map(({ name }) => name)).toContain(first?.text.values?.node);
		await expect(training.start(large, null)).rejects.toMatchObject({
			userMessage: { values: { text: { id: 'diagnostic.memoryOverBudget.text', values: { node: first?.text.values?.node } } } },
		});
	});

	it('refuses a network with problems, in words', async () => {
		const document = digits();
		const broken = { ...document, edges: document.edges.slice(1) };
		await expect(training.start(broken, null)).rejects.toMatchObject({ userMessage: { id: 'training.start.hasErrors' } });
		await expect(training.start({ ...document, dataset: null }, null)).rejects.toMatchObject({
			userMessage: { id: 'training.start.noData' },
		});
	});

	it('ends a run with the folder’s name when its pictures are gone', async () => {
		const document = { ...digits(), dataset: { kind: 'folder' as const, path: path.join(dataFolder, 'gone'), size: null } };
		await expect(training.start(document, 'wasm')).rejects.toMatchObject({ userMessage: { id: 'data.folder.missing' } });
	});

	it('says which engine trains', async () => {
		for await (const status of training.engineStatus()) {
			if (status.state === 'starting') continue;
			expect(status.state).toBe('ready');
			expect(status.threads).toBeGreaterThan(0);
			break;
		}
	});
});

/** Open ports and threads of this program. */
function openPorts(): number {
	return process.getActiveResourcesInfo().filter((name) => name === 'MessagePort' || name === 'Worker').length;
}

/** The process that runs a file, by its command line. */
async function findProcess(file: string): Promise<number> {
	for (const name of await readdir('/proc')) {
		const pid = Number(name);
		const command = pid > 0 ? await readFile(`/proc/${name}/cmdline`, 'utf8').catch(() => '') : '';
		if (command.includes(file)) return pid;
	}
	throw new Error(`no process runs ${file}`);
}

// Processes are found in /proc, which only Linux has.
describe.skipIf(process.platform !== 'linux')('an engine process that dies', () => {
	it.each(['SIGKILL', 'SIGSEGV'] as const)(
		'of %s ends its run with a reason and keeps the last epoch',
		async (signal) => {
			await training.close();
			training = begin('process');
			const run = await training.start(digits({ epochs: 1000 }), 'wasm');
			await follow(run, ({ kind }) => kind === 'epoch');
			const pid = await findProcess(workerFile);
			process.kill(pid, signal);
			expect((await follow(run)).at(-1)).toMatchObject({
				status: 'failed',
				reason: { id: 'training.end.hostDied', values: { cause: signal } },
			});
			expect((await training.list(null))[0]).toMatchObject({ status: 'failed', hasWeights: true });
			expect((await training.predictSample(run, 'test', 0)).probabilities).toHaveLength(10);
			// From its checkpoint, on a new host.
			const [crashed] = await training.list(null);
			expect(crashed?.canResume).toBe(true);
			await training.resume(run);
			const more = await follow(run, (event) => event.kind === 'epoch' && event.result.epoch === crashed?.epochs.length);
			expect(more.filter(({ kind }) => kind === 'epoch')).toHaveLength((crashed?.epochs.length ?? 0) + 1);
			await training.stop(run);
			await follow(run);
			const next = await training.start(digits(), 'wasm');
			expect((await follow(next)).at(-1)).toMatchObject({ status: 'finished' });
		},
		60_000,
	);
});
