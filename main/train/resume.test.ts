import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { initialWeights } from '#shared/plan/initialWeights.ts';
import type { NamedWeight } from '#shared/plan/plan.ts';
import type { TrainingConfig } from '#shared/training/config.ts';
import type { TrainingEvent } from '#shared/training/event.ts';
import { MemoryPixels } from '../datasets/pixelStore.ts';
import type { SampleSet, TrainingData } from '../datasets/trainingData.ts';
import { loadEngines } from '../engine/testEngines.ts';
import { mixedPlan, settings } from '../engine/testNetworks.ts';
import { type Checkpoint, readCheckpoint, readCheckpointState, writeCheckpoint } from './checkpoint.ts';
import { PauseGate } from './pauseGate.ts';
import { resumedEvents } from './resumedEvents.ts';
import { runTraining } from './run.ts';
import { encodeWeights } from './weightsFile.ts';

const engines = await loadEngines();
const plan = mixedPlan(0.4);
const VALUES = 12 * 12 * 2;

function samples(count: number): SampleSet {
	const labels = Int32Array.from({ length: count }, (_, index) => index % 3);
	const pixels = Uint8Array.from({ length: count * VALUES }, (_, index) => (40 + 80 * (Math.floor(index / VALUES) % 3) + index * 7) % 256);
	return { pixels: new MemoryPixels(pixels, VALUES), labels, count, names: null };
}

const data: TrainingData = {
	shape: [12, 12, 2],
	classes: ['a', 'b', 'c'],
	train: samples(40),
	test: samples(6),
	fingerprint: 'f',
	problems: [],
	problemCount: 0,
};

let folder = '';
beforeAll(async () => {
	folder = await mkdtemp(path.join(os.tmpdir(), 'layerloom-resume-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Trace {
	readonly events: TrainingEvent[];
	last: readonly NamedWeight[];
	best: readonly NamedWeight[];
	readonly checkpoints: Checkpoint[];
}

const engine = engines.get('native op by op') ?? engines.get('wasm');
if (!engine) throw new Error('there is no engine to test with');

/** Trains with a checkpoint after every batch, on from one where it is given. */
async function train(
	change: Partial<TrainingConfig>,
	{
		from = null,
		best = [],
		signal = new AbortController().signal,
		gate = new PauseGate(),
		on = () => undefined,
	}: {
		readonly from?: Checkpoint | null;
		readonly best?: readonly NamedWeight[];
		readonly signal?: AbortSignal;
		readonly gate?: PauseGate;
		readonly on?: (event: TrainingEvent, trace: Trace) => void;
	} = {},
	chosen = engine,
): Promise<Trace> {
	if (!chosen) throw new Error('there is no engine to test with');
	const training = settings({ batchSize: 9, epochs: 3, validationShare: 0.2, checkpointSeconds: 0, ...change });
	const model = await chosen.createModel(plan, from?.weights ?? initialWeights(plan), training);
	if (from) await model.writeSlots(from.slots);
	const trace: Trace = { events: [], last: [], best, checkpoints: [] };
	await runTraining(
		{ run: 'r', engine: chosen.name, model, plan, training, data, from: from?.state ?? null },
		{
			signal,
			gate,
			emit: (event) => {
				trace.events.push(event);
				on(event, trace);
			},
			save: async (weights, isBest) => {
				trace.last = weights;
				if (isBest) trace.best = weights;
			},
			saveCheckpoint: async (checkpoint) => void trace.checkpoints.push(structuredClone(checkpoint)),
			dropCheckpoint: async () => undefined,
			readBest: async () => trace.best,
			now: () => performance.now(),
			breathe: () => new Promise((resolve) => setImmediate(resolve)),
		},
	);
	model.dispose();
	return trace;
}

function hash(weights: readonly NamedWeight[]): string {
	return encodeWeights(weights).sha256;
}

/** Epoch results without what the clock says. */
function results(trace: Trace) {
	return trace.events.flatMap((event) =>
		event.kind === 'epoch' ? [[event.result.epoch, event.result.train, event.result.validation]] : [],
	);
}

describe.each([...engines])('on %s', (_name, each) => {
	it('the same seed gives the same hash', async () => {
		const [first, second] = [await train({ epochs: 2 }, {}, each), await train({ epochs: 2 }, {}, each)];
		expect(hash(second.last)).toBe(hash(first.last));
		expect(hash(second.best)).toBe(hash(first.best));
	});
});

describe('a run that goes on from a checkpoint', () => {
	it.each([
		{ optimizer: 'adam' },
		{ optimizer: 'momentum', schedule: 'oneCycle', classWeights: 'balanced', labelSmoothing: 0.1 },
		{ optimizer: 'rmsprop', schedule: 'plateau', scheduleEpochs: 1, clipNorm: 0.1 },
		{ optimizer: 'adamw', warmUpEpochs: 1, stopPatience: 1 },
		{ optimizer: 'sgd', augmentation: { flip: 0.5, rotate: 20, noise: 0.1, mixup: 0.4 } },
	] as const)('ends with the same weights from any batch on: $optimizer', async (change) => {
		const whole = await train(change);
		expect(whole.events.at(-1)).toMatchObject({ status: 'finished' });
		expect(whole.checkpoints.length).toBeGreaterThan(4);
		for (const [place, given] of whole.checkpoints.entries()) {
			if (place % 3 !== 0) continue;
			const file = path.join(folder, 'checkpoint.safetensors');
			await writeCheckpoint(file, given);
			const from = await readCheckpoint(file);
			const best = given.state.epochs.length > 0 ? whole.best : [];
			const rest = await train(change, { from, best });
			expect(hash(rest.last), `from checkpoint ${place}`).toBe(hash(whole.last));
			expect(results(rest)).toEqual(results(whole).slice(given.state.epochs.length));
		}
	});

	it('has no checkpoint where there is no file', async () => {
		expect(await readCheckpointState(path.join(folder, 'nothing'))).toBeNull();
	});

	it('has the events behind its checkpoint and no others', async () => {
		const whole = await train({ epochs: 2 });
		const from = whole.checkpoints[6]?.state;
		if (!from) throw new Error('the run wrote too few checkpoints');
		const events = resumedEvents('r', whole.events, from);
		expect(events[0]?.kind).toBe('started');
		expect(events.filter(({ kind }) => kind === 'epoch')).toHaveLength(from.epochs.length);
		for (const event of events) {
			if (event.kind === 'batch') expect(event.epoch * 4 + event.batch).toBeLessThan(from.step);
		}
		// The epoch counts even where its event was never written.
		const lost = whole.events.filter(({ kind }) => kind !== 'epoch');
		expect(resumedEvents('r', lost, from).filter(({ kind }) => kind === 'epoch')).toHaveLength(1);
	});
});

describe('ten runs in a row', () => {
	it('leave no tensor behind', async () => {
		const counts: number[] = [];
		for (let run = 0; run < 10; run++) {
			await train({ epochs: 1 });
			const probe = await engine.createModel(plan, initialWeights(plan), settings());
			counts.push(probe.countTensors());
			probe.dispose();
		}
		expect(new Set(counts).size).toBe(1);
	});
});

describe('a run that is held', () => {
	it('lets single batches through, tells each, and ends with the same weights', async () => {
		const whole = await train({ epochs: 2 });
		const gate = new PauseGate();
		gate.hold();
		let pauses = 0;
		const held = await train(
			{ epochs: 2 },
			{
				gate,
				on: (event, trace) => {
					if (event.kind !== 'paused') return;
					pauses++;
					expect(trace.last).toHaveLength(plan.ops.flatMap(({ weights }) => weights).length);
					setImmediate(() => (pauses < 3 ? gate.passOne() : gate.open()));
				},
			},
		);
		expect(held.events.map(({ kind }) => kind).slice(0, 7)).toEqual([
			'started',
			'paused',
			'batch',
			'paused',
			'batch',
			'paused',
			'continued',
		]);
		expect(hash(held.last)).toBe(hash(whole.last));
	});

	it('can be stopped, and goes on to the same weights', async () => {
		const whole = await train({ epochs: 2 });
		const gate = new PauseGate();
		const stop = new AbortController();
		const stopped = await train(
			{ epochs: 2 },
			{
				gate,
				signal: stop.signal,
				on: (event) => {
					if (event.kind === 'batch') gate.hold();
					if (event.kind !== 'paused') return;
					setImmediate(() => {
						stop.abort();
						gate.open();
					});
				},
			},
		);
		expect(stopped.events.at(-1)).toMatchObject({ kind: 'ended', status: 'stopped' });
		const rest = await train({ epochs: 2 }, { from: stopped.checkpoints.at(-1) ?? null, best: stopped.best });
		expect(hash(rest.last)).toBe(hash(whole.last));
	});
});

describe('early stopping', () => {
	it('ends a run that does not get better, and says so', async () => {
		const trace = await train({ epochs: 10, stopPatience: 2, stopMinChange: 10 });
		expect(results(trace)).toHaveLength(3);
		expect(trace.events).toContainEqual(expect.objectContaining({ kind: 'advice', advice: 'stoppedEarly' }));
		expect(trace.events.at(-1)).toMatchObject({ status: 'finished' });
	});
});
