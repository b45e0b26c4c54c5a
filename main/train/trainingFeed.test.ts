import { rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomStream } from '#shared/random.ts';
import { defaultTrainingConfig, type TrainingConfig } from '#shared/training/config.ts';
import { MemoryPixels } from '../datasets/pixelStore.ts';
import type { SampleSet, TrainingData } from '../datasets/trainingData.ts';
import type { Batch } from '../engine/engine.ts';
import { inAdvance } from './batches.ts';
import { bundleWorker } from './host/bundleWorker.ts';
import { TrainingFeed } from './trainingFeed.ts';

let augmentWorker = '';
beforeAll(async () => {
	augmentWorker = path.join(path.dirname(await bundleWorker()), 'augment.mjs');
});
afterAll(() => rm(path.dirname(augmentWorker), { recursive: true, force: true }));

const VALUES = 8 * 6 * 3;

function samples(count: number): SampleSet {
	const random = randomStream(1, 'samples');
	const pixels = Uint8Array.from({ length: count * VALUES }, () => random.nextBelow(256));
	const labels = Int32Array.from({ length: count }, (_, index) => index % 4);
	return { pixels: new MemoryPixels(pixels, VALUES), labels, count, names: null };
}

const data: TrainingData = {
	shape: [8, 6, 3],
	classes: ['a', 'b', 'c', 'd'],
	train: samples(53),
	test: samples(1),
	fingerprint: 'f',
	problems: [],
	problemCount: 0,
};
const order = Int32Array.from({ length: 50 }, (_, place) => (place * 7) % 53);

function settings(augmentation: TrainingConfig['augmentation']): TrainingConfig {
	return { ...defaultTrainingConfig, batchSize: 8, augmentation };
}

async function collect(feed: TrainingFeed, epoch: number, firstBatch = 0): Promise<Batch[]> {
	const batches: Batch[] = [];
	for await (const batch of feed.epoch(epoch, order, firstBatch)) batches.push(batch);
	return batches;
}

const everything = {
	flip: 0.5,
	shift: 0.2,
	rotate: 20,
	zoom: 0.2,
	crop: 0.2,
	brightness: 0.2,
	contrast: 0.2,
	noise: 0.1,
	cutout: 0.3,
	mixup: 0.4,
};

describe('the batches of a run', () => {
	it('are the stored samples in order where nothing is changed', async () => {
		const feed = new TrainingFeed(data, settings({}), 1);
		const batches = await collect(feed, 0);
		expect(batches.map(({ count }) => count)).toEqual([8, 8, 8, 8, 8, 8, 2]);
		const pixels = new Uint8Array(VALUES);
		await data.train.pixels.read(Int32Array.of(order[9] ?? 0), pixels);
		expect(batches[1]?.images.slice(VALUES, 2 * VALUES)).toEqual(pixels);
		expect(batches[1]?.labels[1]).toBe((order[9] ?? 0) % 4);
		expect(batches[0]?.blend).toBeUndefined();
	});

	it('are the same from workers as in line, epoch after epoch', async () => {
		const inLine = new TrainingFeed(data, settings(everything), 5);
		const threaded = new TrainingFeed(data, settings(everything), 5, augmentWorker);
		try {
			for (const epoch of [0, 1]) expect(await collect(threaded, epoch)).toEqual(await collect(inLine, epoch));
		} finally {
			await threaded.close();
		}
	});

	it('are the same from the middle of an epoch on', async () => {
		const whole = await collect(new TrainingFeed(data, settings(everything), 5), 3);
		expect(await collect(new TrainingFeed(data, settings(everything), 5), 3, 4)).toEqual(whole.slice(4));
	});

	it('end with the reason when the workers are gone, instead of waiting for ever', async () => {
		const feed = new TrainingFeed(data, settings(everything), 5, augmentWorker);
		const batches = feed.epoch(0, order, 0);
		await batches.next();
		await feed.close();
		await expect(
			(async () => {
				while (!(await batches.next()).done);
			})(),
		).rejects.toThrow('the thread augment ended');
	});
});

describe('work in advance', () => {
	it('keeps the order and never has more under way than asked for', async () => {
		let underWay = 0;
		let most = 0;
		const waits: (() => void)[] = [];
		const work = async (item: number): Promise<number> => {
			underWay++;
			most = Math.max(most, underWay);
			await new Promise<void>((resolve) => void waits.push(resolve));
			underWay--;
			return item * 2;
		};
		const values: number[] = [];
		const taking = (async () => {
			for await (const value of inAdvance([1, 2, 3, 4, 5, 6], 2, work)) values.push(value);
		})();
		// The last one begun ends first.
		while (values.length < 6) {
			waits.pop()?.();
			await new Promise((resolve) => setImmediate(resolve));
		}
		await taking;
		expect(values).toEqual([2, 4, 6, 8, 10, 12]);
		expect(most).toBe(3);
	});
});
