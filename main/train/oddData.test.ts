import { describe, expect, it } from 'vitest';
import { initialWeights } from '#shared/plan/initialWeights.ts';
import type { TrainingConfig } from '#shared/training/config.ts';
import type { TrainingEvent } from '#shared/training/event.ts';
import { MemoryPixels } from '../datasets/pixelStore.ts';
import type { SampleSet, TrainingData } from '../datasets/trainingData.ts';
import { loadJs } from '../engine/js/js.ts';
import { chain, settings } from '../engine/testNetworks.ts';
import { PauseGate } from './pauseGate.ts';
import { runTraining } from './run.ts';

const engine = await loadJs();
const plan = chain(4, 1, ['conv2d', { filters: 2, kernelSize: [3, 3] }]);

/** A picture for each label, brighter with the number of its class. */
function samples(labels: readonly number[]): SampleSet {
	const pixels = Uint8Array.from({ length: labels.length * 16 }, (_, index) => 40 + 80 * (labels[Math.floor(index / 16)] ?? 0));
	return { pixels: new MemoryPixels(pixels, 16), labels: Int32Array.from(labels), count: labels.length, names: null };
}

async function train(
	train: readonly number[],
	change: Partial<TrainingConfig>,
	test: readonly number[] = [0, 1, 2],
): Promise<TrainingEvent[]> {
	const data: TrainingData = {
		shape: [4, 4, 1],
		classes: ['dark', 'grey', 'light'],
		train: samples(train),
		test: samples(test),
		fingerprint: 'f',
		problems: [],
		problemCount: 0,
	};
	const training = settings({ epochs: 2, ...change });
	const model = await engine.createModel(plan, initialWeights(plan), training);
	const events: TrainingEvent[] = [];
	await runTraining(
		{ run: 'r', engine: 'js', model, plan, training, data, from: null },
		{
			signal: new AbortController().signal,
			gate: new PauseGate(),
			emit: (event) => void events.push(event),
			save: async () => undefined,
			saveCheckpoint: async () => undefined,
			dropCheckpoint: async () => undefined,
			readBest: () => model.readWeights(),
			now: () => performance.now(),
			breathe: async () => undefined,
		},
	);
	model.dispose();
	return events;
}

/** Title, labels of the training samples, settings, and how many samples train and are held back. */
const cases: readonly (readonly [string, readonly number[], Partial<TrainingConfig>, readonly [number, number]])[] = [
	['fewer samples than a batch holds', [0, 1, 2, 0, 1], { batchSize: 64 }, [5, 0]],
	['one sample of each class, none of which can be held back', [0, 1, 2], { batchSize: 2, validationShare: 0.5 }, [3, 0]],
	['nothing held back', [0, 1, 2, 0], { batchSize: 3, validationShare: 0 }, [4, 0]],
	['a class without samples, and classes balanced', [0, 2, 0, 2, 2], { batchSize: 2, classWeights: 'balanced' }, [5, 0]],
	['a single class', [1, 1, 1, 1], { batchSize: 2, validationShare: 0.25, classWeights: 'balanced' }, [3, 1]],
	[
		'a last batch of one sample, blended and smoothed',
		[0, 1, 2],
		{ batchSize: 2, augmentation: { mixup: 0.4 }, labelSmoothing: 0.1 },
		[3, 0],
	],
];

describe('a run ends well and with numbers over', () => {
	it.each(cases)('%s', async (_title, labels, change, [learned, heldBack]) => {
		const events = await train(labels, change);
		expect(events[0]).toMatchObject({ kind: 'started', samples: { train: learned, validation: heldBack } });
		for (const event of events) {
			if (event.kind === 'epoch') expect(Number.isFinite(event.result.train.loss)).toBe(true);
		}
		expect(events.at(-1)).toMatchObject({ kind: 'ended', status: 'finished', evaluation: { confusion: { length: 3 } } });
	});

	it('no test samples, and then has no test', async () => {
		expect((await train([0, 1, 2], {}, [])).at(-1)).toMatchObject({ status: 'finished', evaluation: null });
	});
});
