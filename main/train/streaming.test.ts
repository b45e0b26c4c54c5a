import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { initialWeights } from '#shared/plan/initialWeights.ts';
import type { NamedWeight } from '#shared/plan/plan.ts';
import type { TrainingEvent } from '#shared/training/event.ts';
import { loadTrainingData } from '../datasets/datasets.ts';
import type { TrainingData } from '../datasets/trainingData.ts';
import { loadJs } from '../engine/js/js.ts';
import { chain, settings } from '../engine/testNetworks.ts';
import { PauseGate } from './pauseGate.ts';
import { runTraining } from './run.ts';
import { encodeWeights } from './weightsFile.ts';

let base = '';
beforeAll(async () => {
	base = await mkdtemp(path.join(tmpdir(), 'layerloom-streaming-'));
	for (const [label, name] of ['dark', 'grey', 'light'].entries()) {
		await mkdir(path.join(base, 'shades', name), { recursive: true });
		for (let index = 0; index < 14; index++) {
			const grey = 40 + 80 * label + index;
			const image = sharp({ create: { width: 8, height: 8, channels: 3, background: { r: grey, g: grey, b: grey } } });
			await image.png().toFile(path.join(base, 'shades', name, `${index}.png`));
		}
	}
});
afterAll(() => rm(base, { recursive: true, force: true }));

function load(pixelBudget: number): Promise<TrainingData> {
	const reference = { kind: 'folder', path: path.join(base, 'shades'), size: { height: 8, width: 8, channels: 3 } } as const;
	return loadTrainingData(reference, { assetsFolder: base, cacheFolder: path.join(base, `cache-${pixelBudget}`), pixelBudget });
}

interface Outcome {
	readonly hash: string;
	readonly last: TrainingEvent | undefined;
}

async function train(data: TrainingData, onBatch: () => Promise<void> = async () => undefined): Promise<Outcome> {
	const engine = await loadJs();
	const plan = chain(8, 3, ['conv2d', { filters: 3, kernelSize: [3, 3] }]);
	const training = settings({ batchSize: 7, epochs: 3, validationShare: 0.2, augmentation: { flip: 0.5, brightness: 0.05 } });
	const model = await engine.createModel(plan, initialWeights(plan), training);
	let weights: readonly NamedWeight[] = [];
	const events: TrainingEvent[] = [];
	await runTraining(
		{ run: 'r', engine: 'js', model, plan, training, data, from: null },
		{
			signal: new AbortController().signal,
			gate: new PauseGate(),
			emit: (event) => void events.push(event),
			save: async (saved) => {
				weights = saved;
			},
			saveCheckpoint: async () => undefined,
			dropCheckpoint: async () => undefined,
			readBest: async () => weights,
			now: () => performance.now(),
			breathe: onBatch,
		},
	);
	model.dispose();
	return { hash: encodeWeights(weights).sha256, last: events.at(-1) };
}

it('a run over pictures that stay on the disk ends with the weights of one over pictures in memory', async () => {
	const budget = 2000;
	const [streamed, held] = [await load(budget), await load(1_000_000)];
	expect(streamed.train.pixels.heldBytes + streamed.test.pixels.heldBytes).toBeLessThanOrEqual(budget);
	expect(held.train.pixels.heldBytes).toBeGreaterThan(budget);
	const [first, second] = [await train(streamed), await train(held)];
	expect(first.last).toMatchObject({ kind: 'ended', status: 'finished' });
	expect(first.hash).toBe(second.hash);
});

it('a run whose decoded pictures are deleted under it ends with words', async () => {
	const data = await load(2001);
	const { last } = await train(data, () => rm(path.join(base, 'cache-2001'), { recursive: true, force: true }));
	expect(last).toMatchObject({ kind: 'ended', status: 'failed', reason: { id: 'data.folder.cacheLost' } });
});
