import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { buildPlan } from '#shared/plan/buildPlan.ts';
import { initialWeights } from '#shared/plan/initialWeights.ts';
import type { ModelPlan } from '#shared/plan/plan.ts';
import { randomStream } from '#shared/random.ts';
import { findTemplate } from '#shared/templates/templates.ts';
import type { TrainingConfig } from '#shared/training/config.ts';
import type { TrainingEvent } from '#shared/training/event.ts';
import { loadTrainingData } from '../../datasets/datasets.ts';
import { MemoryPixels } from '../../datasets/pixelStore.ts';
import type { SampleSet, TrainingData } from '../../datasets/trainingData.ts';
import { loadEngines } from '../../engine/testEngines.ts';
import { chain, settings } from '../../engine/testNetworks.ts';
import { PauseGate } from '../pauseGate.ts';
import { runTraining } from '../run.ts';

const assetsFolder = fileURLToPath(new URL('../../../assets', import.meta.url));
const engines = await loadEngines();
/** What a person has: the fastest engine of this machine. */
const engine = engines.get('native compiled') ?? engines.get('wasm');

/** Three classes, told apart by brightness; `shuffled` gives labels that say nothing about the picture. */
function samples(count: number, isShuffled = false): SampleSet {
	const random = randomStream(1, 'labels');
	const labels = Int32Array.from({ length: count }, (_, index) => (isShuffled ? random.nextBelow(3) : index % 3));
	const pixels = Uint8Array.from({ length: count * 16 }, (_, index) => 40 + 80 * (Math.floor(index / 16) % 3) + ((index * 7) % 20));
	return { pixels: new MemoryPixels(pixels, 16), labels, count, names: null };
}

function first({ pixels, labels }: SampleSet, count: number): SampleSet {
	return { pixels, labels: labels.slice(0, count), count, names: null };
}

function dataOf(train: SampleSet): TrainingData {
	return { shape: [4, 4, 1], classes: ['dark', 'grey', 'light'], train, test: samples(3), fingerprint: 'f', problems: [], problemCount: 0 };
}

/** The advice that a run gives, with the layer that it names. */
async function advise(plan: ModelPlan, change: Partial<TrainingConfig>, data = dataOf(samples(90))): Promise<readonly string[]> {
	if (!engine) throw new Error('there is no engine to test with');
	const training = settings({ batchSize: 10, epochs: 30, validationShare: 0, ...change });
	const model = await engine.createModel(plan, initialWeights(plan), training);
	const events: TrainingEvent[] = [];
	await runTraining(
		{ run: 'r', engine: engine.name, model, plan, training, data, from: null },
		{
			signal: new AbortController().signal,
			gate: new PauseGate(),
			emit: (event) => events.push(event),
			save: async () => undefined,
			saveCheckpoint: async () => undefined,
			dropCheckpoint: async () => undefined,
			readBest: () => model.readWeights(),
			now: () => performance.now(),
			breathe: async () => undefined,
		},
	);
	model.dispose();
	const nameOf = (node: string | null): string => plan.ops.find((op) => op.node === node)?.name ?? '';
	return events.flatMap((event) => (event.kind === 'advice' ? [`${event.advice} ${nameOf(event.node)}`.trim()] : []));
}

const plain = chain(4, 1, ['conv2d', { filters: 4, kernelSize: [3, 3], padding: 'same' }]);
const sigmoids = chain(4, 1, ['flatten'], ...Array.from({ length: 8 }, () => ['dense', { units: 8, activation: 'sigmoid' }] as const));

describe('the watchdog of a real run', () => {
	it('says nothing of a network that learns', async () => {
		expect(await advise(plain, { learningRate: 0.01 })).toEqual([]);
	}, 60_000);

	it.each(['lenet-5', 'perceptron'])(
		'says nothing of the template %s and its digits',
		async (name) => {
			const template = findTemplate(name);
			const planned = template && buildPlan(template.build(), { dataset: null });
			if (!template || !planned?.ok) throw new Error('the template has no plan');
			const digits = await loadTrainingData({ kind: 'bundled', name: 'digits' }, { assetsFolder, cacheFolder: null, size: null });
			const few = { ...digits, train: first(digits.train, 1500), test: first(digits.test, 100) };
			expect(await advise(planned.value, { ...template.build().training, epochs: 4 }, few)).toEqual([]);
		},
		120_000,
	);

	it('names the first of many sigmoid layers, which no gradient reaches', async () => {
		expect(await advise(sigmoids, { learningRate: 0.001 })).toContain('vanishingGradient dense_1');
	}, 60_000);

	it('says that nothing is learned where the labels have nothing to do with the pictures', async () => {
		expect(await advise(plain, { learningRate: 0.01, epochs: 6 }, dataOf(samples(90, true)))).toContain('notLearning');
	}, 60_000);

	it('says that it learns slowly with a tiny rate', async () => {
		expect(await advise(plain, { learningRate: 1e-5, epochs: 4 })).toContain('rateTooSmall');
	}, 60_000);

	it('names the layer whose units a rate far too large has silenced', async () => {
		expect(await advise(plain, { optimizer: 'sgd', learningRate: 10 })).toContain('deadLayer conv_1');
	}, 60_000);

	it('counts units that are silent for every picture, which tanh units never are', async () => {
		const dense = (activation: string) => chain(4, 1, ['flatten'], ['dense', { units: 16, activation }]);
		expect(await advise(dense('relu'), { optimizer: 'sgd', learningRate: 0.2 })).toEqual(['deadUnits dense_1']);
		expect(await advise(dense('tanh'), { optimizer: 'sgd', learningRate: 0.2 })).toEqual([]);
	}, 60_000);

	it('says that a network learns pictures by heart that have nothing in common', async () => {
		const random = randomStream(2, 'noise');
		const pixels = Uint8Array.from({ length: 60 * 16 }, () => random.nextBelow(256));
		const labels = Int32Array.from({ length: 60 }, () => random.nextBelow(3));
		const noise: SampleSet = { pixels: new MemoryPixels(pixels, 16), labels, count: 60, names: null };
		const wide = chain(4, 1, ['flatten'], ['dense', { units: 64 }]);
		expect(await advise(wide, { learningRate: 0.01, epochs: 40, validationShare: 0.3 }, dataOf(noise))).toContain('memorizing');
	}, 60_000);

	it('says that the loss grows with a rate that is too large', async () => {
		const linear = chain(4, 1, ['conv2d', { filters: 4, kernelSize: [3, 3], padding: 'same', activation: 'linear' }]);
		expect(await advise(linear, { optimizer: 'sgd', learningRate: 1 })).toContain('lossGrows');
	}, 60_000);
});
