import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { Augmenter } from '#shared/training/augmentation/augmenter.ts';
import { loadTrainingData } from '../datasets/datasets.ts';
import { previewAugmentation } from './preview.ts';

const options = { assetsFolder: fileURLToPath(new URL('../../assets/', import.meta.url)), cacheFolder: null };
const digits = { kind: 'bundled', name: 'digits' } as const;

it('shows what a run with the same seed sees in its first epochs', async () => {
	const augmentation = { rotate: 20, noise: 0.1 };
	const { total, samples } = await previewAugmentation(digits, { augmentation, seed: 9, offset: 100, count: 3, epochs: 2 }, options);
	expect(total).toBe(8000);
	expect(samples.map(({ index }) => index)).toEqual([100, 101, 102]);
	const { train } = await loadTrainingData(digits, options);
	// In another batch, with others around it.
	const order = Int32Array.of(7, 102, 100);
	const pixels = new Uint8Array(3 * 784);
	await train.pixels.read(order, pixels);
	const labels = Int32Array.from(order, (place) => train.labels[place] ?? 0);
	for (const epoch of [0, 1]) {
		const trained = new Augmenter(augmentation, [28, 28, 1], 9).augment({ pixels, labels, samples: order }, epoch, 5);
		expect(samples[2]?.changed[epoch]?.data).toEqual(trained.pixels.slice(784, 2 * 784));
		expect(samples[0]?.changed[epoch]?.data).toEqual(trained.pixels.slice(2 * 784));
	}
	expect(samples[0]?.changed[0]?.data).not.toEqual(samples[0]?.changed[1]?.data);
});
