import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeWeights, encodeWeights, readWeightsFile, writeWeightsFile } from './weightsFile.ts';

const weights = [
	{ name: 'conv_1/kernel', shape: [1, 1, 2, 3], values: Float32Array.of(1, -2, 0.5, 1e-20, 3, 4) },
	{ name: 'conv_1/bias', shape: [3], values: Float32Array.of(0, 0, 7) },
];

describe('a weights file', () => {
	let folder = '';
	beforeAll(async () => {
		folder = await mkdtemp(path.join(os.tmpdir(), 'layerloom-weights-'));
	});
	afterAll(() => rm(folder, { recursive: true }));

	it('comes back as it was written and leaves nothing beside it', async () => {
		const file = path.join(folder, 'a', 'weights.safetensors');
		await writeWeightsFile(file, weights);
		expect(await readWeightsFile(file)).toEqual(weights);
		expect(await readdir(path.dirname(file))).toEqual(['weights.safetensors']);
	});

	it('is laid out as safetensors', () => {
		const { bytes } = encodeWeights(weights);
		const length = Number(new DataView(bytes.buffer).getBigUint64(0, true));
		const header = JSON.parse(Buffer.from(bytes.subarray(8, 8 + length)).toString());
		expect(length % 8).toBe(0);
		expect(header['conv_1/bias']).toEqual({ dtype: 'F32', shape: [3], data_offsets: [24, 36] });
		expect(bytes.length).toBe(8 + length + 36);
	});

	it('is refused when it is cut short at any byte', () => {
		const { bytes } = encodeWeights(weights);
		for (let length = 0; length < bytes.length; length += 5) expect(() => decodeWeights(bytes.subarray(0, length))).toThrow();
	});

	it('is refused when a value changed', async () => {
		const { bytes } = encodeWeights(weights);
		bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
		const file = path.join(folder, 'damaged');
		await writeFile(file, bytes);
		await expect(readWeightsFile(file)).rejects.toThrow('damaged');
	});

	it('has the same hash for the same values only', () => {
		const other = weights.map((weight) => ({ ...weight, values: weight.values.map((value) => value + 1) }));
		expect(encodeWeights(weights).sha256).toBe(encodeWeights(weights.map((weight) => ({ ...weight }))).sha256);
		expect(encodeWeights(other).sha256).not.toBe(encodeWeights(weights).sha256);
	});
});
