import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { networkBuilder } from '#shared/templates/networkBuilder.ts';
import { arrange, arrangeBack, channelsFirstArrangement } from '../arrangement.ts';
import { readSafetensors, writeSafetensors } from '../safetensors.ts';
import { readTools, trainedModel } from '../testModel.ts';
import { pytorchExporter } from './pytorch.ts';

let folder = '';
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'layerloom-pytorch-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the PyTorch program', () => {
	it('is refused when a weight of the file has another size', async () => {
		const place = join(folder, 'cut');
		await mkdir(place);
		const net = networkBuilder({ id: 'a', name: 'a', dataset: null });
		net.layer('input', { height: 4, width: 4, channels: 1 });
		net.layer('flatten');
		net.layer('output', { units: 2 });
		const model = trainedModel(net.build());
		await pytorchExporter.write(model, place);
		const file = join(place, 'weights.safetensors');
		const tensors = readSafetensors(await readFile(file));
		await writeFile(file, writeSafetensors(tensors.map((tensor) => ({ ...tensor, shape: [...tensor.shape].reverse() }))));
		await expect(pytorchExporter.readBack(place, { images: new Float32Array(16), count: 1, shape: [4, 4, 1] }, readTools)).rejects.toThrow(
			'output.weight is 16,2, expected 2,16',
		);
	});
});

describe('a safetensors file', () => {
	it('begins with the length of its header and lies at multiples of 8 bytes', () => {
		const file = Buffer.from(writeSafetensors([{ name: 'a', shape: [2, 1], values: Float32Array.of(1, -2) }], { format: 'pt' }));
		const header = '{"__metadata__":{"format":"pt"},"a":{"dtype":"F32","shape":[2,1],"data_offsets":[0,8]}}';
		expect(file.readBigUInt64LE(0)).toBe(88n);
		expect(file.toString('utf8', 8, 96)).toBe(header.padEnd(88));
		expect(file.subarray(96).toString('hex')).toBe('0000803f000000c0');
	});

	it('is refused where a tensor is said to lie outside', () => {
		const file = Buffer.from(writeSafetensors([{ name: 'a', shape: [2], values: Float32Array.of(1, 2) }]));
		expect(() => readSafetensors(file.subarray(0, file.length - 1))).toThrow('tensor a of 2 values');
		expect(() => readSafetensors(file.subarray(0, 20))).toThrow('the file ends at 20');
	});
});

describe('PyTorch’s order of a weight', () => {
	const count = (length: number) => Float32Array.from({ length }, (_, at) => at);

	it('has filters first, then channels, rows and columns', () => {
		const arrangement = channelsFirstArrangement({ layout: 'HWIO', shape: [1, 2, 2, 3] }, null);
		expect(arrangement.shape).toEqual([3, 2, 1, 2]);
		// Ours counts [column, channel, filter]; filter 0 has columns 0 and 1 of channel 0, then of channel 1.
		expect([...arrange(count(12), arrangement)]).toEqual([0, 6, 3, 9, 1, 7, 4, 10, 2, 8, 5, 11]);
	});

	it('follows the values of a map that was flattened channel by channel', () => {
		const arrangement = channelsFirstArrangement({ layout: 'IO', shape: [4, 1] }, [1, 2, 2]);
		// Ours: column 0 channel 0, column 0 channel 1, column 1 channel 0, column 1 channel 1.
		expect([...arrange(count(4), arrangement)]).toEqual([0, 2, 1, 3]);
	});

	it('is turned back without loss', () => {
		for (const [layout, shape, flattened] of [
			['HWIO', [3, 2, 4, 5], null],
			['HWOI', [3, 2, 4, 5], null],
			['HWIM', [3, 2, 4, 2], null],
			['IO', [24, 5], [2, 3, 4]],
			['C', [24], [2, 3, 4]],
			['none', [1, 1, 7], null],
		] as const) {
			const values = count(shape.reduce<number>((product, dim) => product * dim, 1));
			const arrangement = channelsFirstArrangement({ layout, shape }, flattened);
			expect([...arrangeBack(arrange(values, arrangement), arrangement)]).toEqual([...values]);
		}
	});
});
