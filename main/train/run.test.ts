import { describe, expect, it } from 'vitest';
import { initialWeights } from '#shared/plan/initialWeights.ts';
import type { NamedWeight } from '#shared/plan/plan.ts';
import type { TrainingConfig } from '#shared/training/config.ts';
import type { TrainingEvent } from '#shared/training/event.ts';
import { MemoryPixels } from '../datasets/pixelStore.ts';
import type { SampleSet, TrainingData } from '../datasets/trainingData.ts';
import { loadJs } from '../engine/js/js.ts';
import { chain, settings } from '../engine/testNetworks.ts';
import { PauseGate } from './pauseGate.ts';
import { runTraining } from './run.ts';

const engine = await loadJs();

/** Three classes, told apart by brightness. */
function samples(count: number): SampleSet {
	const labels = Int32Array.from({ length: count }, (_, index) => index % 3);
	const pixels = Uint8Array.from({ length: count * 16 }, (_, index) => 40 + 80 * (Math.floor(index / 16) % 3) + ((index * 7) % 20));
	return { pixels: new MemoryPixels(pixels, 16), labels, count, names: null };
}

const data: TrainingData = {
	shape: [4, 4, 1],
	classes: ['dark', 'grey', 'light'],
	train: samples(60),
	test: samples(12),
	fingerprint: 'f',
	problems: [],
	problemCount: 0,
};

interface Trace {
	readonly events: TrainingEvent[];
	readonly saved: { readonly weights: readonly NamedWeight[]; readonly isBest: boolean }[];
}

/** Runs with a clock that moves 50 ms at each look; `stopAfter` batches it is stopped. */
async function train(change: Partial<TrainingConfig>, stopAfter = Number.POSITIVE_INFINITY, given = data): Promise<Trace> {
	const plan = chain(4, 1, ['conv2d', { filters: 3, kernelSize: [3, 3] }]);
	const training = settings({ batchSize: 9, epochs: 3, validationShare: 0.2, learningRate: 0.05, ...change });
	const model = await engine.createModel(plan, initialWeights(plan), training);
	const stop = new AbortController();
	const trace: Trace = { events: [], saved: [] };
	let batches = 0;
	let clock = 0;
	const counting = {
		...model,
		trainStep: (...args: Parameters<typeof model.trainStep>) => {
			batches++;
			if (batches === stopAfter) stop.abort();
			return model.trainStep(...args);
		},
		evaluate: model.evaluate.bind(model),
		readWeights: model.readWeights.bind(model),
		readSlots: model.readSlots.bind(model),
		writeSlots: model.writeSlots.bind(model),
		writeWeights: model.writeWeights.bind(model),
		predict: model.predict.bind(model),
		countTensors: model.countTensors.bind(model),
		dispose: model.dispose.bind(model),
	};
	await runTraining(
		{ run: 'r', engine: 'js', model: counting, plan, training, data: given, from: null },
		{
			signal: stop.signal,
			gate: new PauseGate(),
			saveCheckpoint: async () => undefined,
			dropCheckpoint: async () => undefined,
			emit: (event) => void trace.events.push(event),
			save: async (weights, isBest) => void trace.saved.push({ weights, isBest }),
			readBest: async () => trace.saved.filter(({ isBest }) => isBest).at(-1)?.weights ?? [],
			now: () => {
				clock += 50;
				return clock;
			},
			breathe: async () => undefined,
		},
	);
	model.dispose();
	return trace;
}

function last(trace: Trace): Extract<TrainingEvent, { kind: 'ended' }> {
	const event = trace.events.at(-1);
	if (event?.kind !== 'ended') throw new Error('the last event is no end');
	return event;
}

describe('a run', () => {
	it('tells its sizes first, each epoch, and ends with the test', async () => {
		const trace = await train({ epochs: 12 });
		expect(trace.events[0]).toEqual({
			kind: 'started',
			run: 'r',
			engine: 'js',
			epochs: 12,
			batchesPerEpoch: 6,
			samples: { train: 48, validation: 12, test: 12 },
		});
		expect(trace.events.filter(({ kind }) => kind === 'epoch')).toHaveLength(12);
		const { status, evaluation } = last(trace);
		expect(status).toBe('finished');
		expect(evaluation?.accuracy).toBe(1);
		expect(evaluation?.confusion).toEqual([
			[4, 0, 0],
			[0, 4, 0],
			[0, 0, 4],
		]);
	});

	it('keeps the weights of the epoch with the lowest validation loss', async () => {
		const trace = await train({ epochs: 6 });
		const found = trace.events.flatMap((event) => (event.kind === 'epoch' ? [event.result.validation?.loss ?? Number.NaN] : []));
		let lowest = Number.POSITIVE_INFINITY;
		const expected = found.map((loss) => {
			const isBest = loss < lowest;
			lowest = Math.min(lowest, loss);
			return isBest;
		});
		expect(trace.saved.map(({ isBest }) => isBest)).toEqual(expected);
	});

	it('sends at most ten batch events a second', async () => {
		const trace = await train({ epochs: 4, batchSize: 4 });
		const batches = trace.events.filter(({ kind }) => kind === 'batch');
		expect(batches.length).toBeGreaterThan(4);
		// The clock moves 50 ms a look: two looks at least lie between two events.
		expect(batches.length).toBeLessThanOrEqual(24);
	});

	it('stops within one batch and keeps the weights so far', async () => {
		const trace = await train({}, 2);
		expect(last(trace)).toMatchObject({ status: 'stopped', reason: null, evaluation: null });
		expect(trace.events.filter(({ kind }) => kind === 'epoch')).toHaveLength(0);
		expect(trace.saved.map(({ isBest }) => isBest)).toEqual([true]);
	});

	it('keeps the best epoch when it is stopped in a later one', async () => {
		const trace = await train({}, 8);
		expect(trace.saved.map(({ isBest }) => isBest)).toEqual([true, false]);
	});

	it('ends with words when the loss is no number any more', async () => {
		const trace = await train({ optimizer: 'sgd', learningRate: 1e30 });
		expect(last(trace)).toMatchObject({
			status: 'failed',
			reason: { id: 'training.end.diverged', values: { epoch: 1, rate: '1e+30', lower: '1e+29' } },
		});
	});

	it('ends with words when the very last step spoiled the weights', async () => {
		const trace = await train({ optimizer: 'sgd', learningRate: 1e30, batchSize: 60, validationShare: 0, epochs: 1 });
		expect(trace.events.map(({ kind }) => kind)).toContain('testing');
		expect(last(trace)).toMatchObject({
			status: 'failed',
			reason: { id: 'training.end.diverged', values: { epoch: 1, batch: 1 } },
			evaluation: null,
		});
	});

	it('says which sizes differ when the images do not fit', async () => {
		const trace = await train({}, undefined, { ...data, shape: [5, 5, 1] });
		expect(last(trace).reason).toEqual({ id: 'training.end.sizeDiffers', values: { found: [5, 5, 1], expected: [4, 4, 1] } });
	});

	it('has no validation results when nothing is held back', async () => {
		const trace = await train({ validationShare: 0, epochs: 1 });
		const epoch = trace.events.find(({ kind }) => kind === 'epoch');
		expect(epoch?.kind === 'epoch' ? epoch.result.validation : undefined).toBeNull();
	});

	it('repeats itself exactly with the same seed', async () => {
		const [first, second] = [await train({}), await train({})];
		expect(second.saved.at(-1)?.weights).toEqual(first.saved.at(-1)?.weights);
	});
});
