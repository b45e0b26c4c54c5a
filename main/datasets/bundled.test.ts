import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundledReferences, describeBundled, loadBundled } from './bundled.ts';
import { pixelsOf } from './testing.ts';
import type { SampleSet } from './trainingData.ts';

const assetsFolder = fileURLToPath(new URL('../../assets/', import.meta.url));
const options = { assetsFolder, cacheFolder: null };

describe('bundled datasets', () => {
	it('describes digits as 8,000 and 2,000 samples of 28 × 28 × 1', async () => {
		const digits = await describeBundled({ kind: 'bundled', name: 'digits' }, options);
		expect(digits).toMatchObject({ shape: [28, 28, 1], counts: { train: 8000, test: 2000 }, problemCount: 0 });
		expect(digits.classes).toEqual(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
		expect(digits.credit).toContain('LeCun');
	});

	it('keeps the order of the MNIST test set: it begins 7, 2, 1, 0, 4, 1, 4, 9, 5, 9', async () => {
		const data = await loadBundled({ kind: 'bundled', name: 'digits' }, options);
		expect([...data.train.labels.subarray(0, 10)]).toEqual([7, 2, 1, 0, 4, 1, 4, 9, 5, 9]);
		expect(data.train.pixels.heldBytes).toBe(8000 * 784);
		expect(data.test.pixels.heldBytes).toBe(2000 * 784);
		// How often each digit occurs in the MNIST test set.
		const counts = Array.from({ length: 10 }, () => 0);
		for (const label of [...data.train.labels, ...data.test.labels]) counts[label] = (counts[label] ?? 0) + 1;
		expect(counts).toEqual([980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009]);
	});

	it('holds CIFAR small with 400 training and 100 test photographs per class', async () => {
		const data = await loadBundled({ kind: 'bundled', name: 'cifar-small' }, options);
		expect(data.shape).toEqual([32, 32, 3]);
		expect(data.train.pixels.heldBytes).toBe(4000 * 3072);
		for (const [set, each] of [
			[data.train, 400],
			[data.test, 100],
		] as const) {
			for (const label of data.classes.keys()) expect(set.labels.filter((value) => value === label).length).toBe(each);
		}
		// A photograph uses most of the range; an all-grey or shifted decode would not.
		const pixels = await pixelsOf(data.test, 3072);
		const mean = pixels.reduce((sum, value) => sum + value, 0) / pixels.length;
		expect(mean).toBeGreaterThan(110);
		expect(mean).toBeLessThan(130);
	});

	it('gives the same fingerprint every time and a different one per dataset', async () => {
		const prints = await Promise.all(bundledReferences.map(async (reference) => (await loadBundled(reference, options)).fingerprint));
		expect(new Set(prints).size).toBe(2);
		const data = await loadBundled({ kind: 'bundled', name: 'digits' }, options);
		expect(data.fingerprint).toMatch(/^[0-9a-f]{64}$/);
		const digest = async (set: SampleSet): Promise<string> =>
			createHash('sha256')
				.update(await pixelsOf(set, 784))
				.digest('hex');
		expect(await digest(data.test)).not.toBe(await digest(data.train));
	});
});

describe('bundled datasets that were tampered with', () => {
	let folder = '';
	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), 'layerloom-assets-'));
	});
	afterAll(() => rm(folder, { recursive: true, force: true }));

	it('are reported as missing, with the path', async () => {
		await expect(describeBundled({ kind: 'bundled', name: 'digits' }, { assetsFolder: folder, cacheFolder: null })).rejects.toMatchObject({
			userMessage: { id: 'data.bundled.missing', values: { path: join(folder, 'datasets', 'digits', 'dataset.json') } },
		});
	});

	it('are reported as damaged', async () => {
		const digits = join(folder, 'datasets', 'digits');
		await mkdir(digits, { recursive: true });
		await writeFile(
			join(digits, 'dataset.json'),
			'{"encoding":"raw","shape":[28,28,1],"classes":["0"],"train":1,"test":1,"imageBytes":10}',
		);
		await writeFile(join(digits, 'labels.bin'), 'ab');
		await writeFile(join(digits, 'images.br'), 'not brotli');
		await expect(loadBundled({ kind: 'bundled', name: 'digits' }, { assetsFolder: folder, cacheFolder: null })).rejects.toMatchObject({
			userMessage: { id: 'data.bundled.damaged' },
		});
	});
});
