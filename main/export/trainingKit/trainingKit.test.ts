import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MemoryPixels } from '#main/datasets/pixelStore.ts';
import type { SampleSet, TrainingData } from '#main/datasets/trainingData.ts';
import { loadJs } from '#main/engine/js/js.ts';
import { lenet5 } from '#shared/templates/lenet.ts';
import { networkBuilder } from '#shared/templates/networkBuilder.ts';
import { toTorchNetwork } from '../pytorch/network.ts';
import { type ExportEvent, runExport } from '../runExport.ts';
import { detailsOf, readTools, trainedModel } from '../testModel.ts';
import { initializeProgram } from './initializeProgram.ts';
import { kitSettings } from './settings.ts';
import { trainingKitExporter } from './trainingKit.ts';

let folder = '';
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'layerloom-kit-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function smallModel() {
	const net = networkBuilder({ id: 'a', name: 'small', dataset: null, training: { validationShare: 0.5, labelSmoothing: 0.1 } });
	net.layer('input', { height: 2, width: 2, channels: 1 });
	net.layer('conv2d', { filters: 3, kernelSize: [1, 1], l1: 0.25, l2: 0.5, maxNorm: 2, kernelInitializer: 'heUniform' });
	net.layer('separableConv2d', { filters: 2, kernelSize: [1, 1], l2: 0.125 });
	net.layer('flatten');
	net.layer('dense', { units: 4, kernelInitializer: 'glorotNormal' });
	net.layer('output', { units: 2 });
	return trainedModel(net.build());
}

/** Samples whose every pixel is ten times their label plus their number. */
function samples(labels: readonly number[], names: readonly string[] | null): SampleSet {
	const pixels = Uint8Array.from(labels.flatMap((label, number) => Array.from({ length: 4 }, () => label * 10 + number)));
	return { pixels: new MemoryPixels(pixels, 4), labels: Int32Array.from(labels), count: labels.length, names };
}

function dataOf(names: boolean): TrainingData {
	return {
		shape: [2, 2, 1],
		classes: ['a', 'b'],
		train: samples([0, 1, 0, 1], names ? ['a/0.png', 'b/1, "one".png', 'a/2.png', 'b/3.png'] : null),
		test: samples([1], names ? ['b/4.png'] : null),
		fingerprint: '',
		problems: [],
		problemCount: 0,
	};
}

async function write(name: string, data: TrainingData | null) {
	const place = join(folder, name);
	await mkdir(place);
	const files = await trainingKitExporter.write({ ...smallModel(), readData: async () => data }, place);
	expect((await readdir(place)).sort()).toEqual([...files].sort());
	return { place, files };
}

describe('settings.json', () => {
	it('says what each weight costs and how long it may be, under PyTorch’s names', () => {
		const { plan } = smallModel();
		const settings = kitSettings(plan, toTorchNetwork(plan).body.state);
		expect(settings).toMatchObject({
			loss: 'softmaxCrossEntropy',
			lossTakesLogits: true,
			labelSmoothing: 0.1,
			penalties: {
				'conv_1.weight': { l1: 0.25, l2: 0.5 },
				'separable_1_depthwise.weight': { l1: 0, l2: 0.125 },
				'separable_1_pointwise.weight': { l1: 0, l2: 0.125 },
			},
			largestNorms: { 'conv_1.weight': 2 },
		});
	});
});

describe('initialize.py', () => {
	it('begins every weight as the document says', () => {
		const { plan } = smallModel();
		const program = initializeProgram(toTorchNetwork(plan).body.state);
		// He: √(6 / 1); Glorot normal: √(2 / (8 + 4)), spread again by the share that is cut off.
		expect(program).toContain('    nn.init.uniform_(model.conv_1.weight, -2.44949, 2.44949)\n');
		expect(program).toContain('    nn.init.trunc_normal_(model.dense_1.weight, std=0.464116, a=-0.928232, b=0.928232)\n');
		expect(program).toContain('    nn.init.zeros_(model.conv_1.bias)\n');
	});
});

describe('the samples', () => {
	it('are packed where they were packed, split as the run splits them', async () => {
		const { place } = await write('packed', dataOf(false));
		const arrays = unzipSync(await readFile(join(place, 'data.npz')));
		expect(Object.keys(arrays)).toEqual(
			['x_train', 'y_train', 'x_validation', 'y_validation', 'x_test', 'y_test'].map((name) => `${name}.npy`),
		);
		const test = Buffer.from(arrays['x_test.npy'] ?? []);
		expect(strFromU8(test.subarray(0, 128), true)).toBe(
			`\x93NUMPY\x01\x00v\x00${"{'descr': '|u1', 'fortran_order': False, 'shape': (1, 2, 2, 1), }".padEnd(117)}\n`,
		);
		expect([...test.subarray(128)]).toEqual([10, 10, 10, 10]);
		const labels = ['train', 'validation'].map((name) => [...Buffer.from(arrays[`y_${name}.npy`] ?? []).subarray(128)]);
		// One of each class on either side, as 32-bit numbers.
		expect(labels).toEqual([
			[0, 0, 0, 0, 1, 0, 0, 0],
			[0, 0, 0, 0, 1, 0, 0, 0],
		]);
	});

	it('are listed where they are files, without the place of their folder', async () => {
		const { place } = await write('listed', dataOf(true));
		const lines = (await readFile(join(place, 'samples.csv'), 'utf8')).trim().split('\n');
		expect(lines[0]).toBe('split,label,file');
		expect(lines.at(-1)).toBe('test,1,b/4.png');
		expect(lines.filter((line) => line.endsWith('1,"b/1, ""one"".png"'))).toHaveLength(1);
		expect(lines.map((line) => line.split(',')[0])).toEqual(['split', 'train', 'train', 'validation', 'validation', 'test']);
	});

	it('are left to the user where they cannot be read any more', async () => {
		const { files } = await write('without', null);
		expect(files).not.toContain('data.npz');
		expect(files).not.toContain('samples.csv');
	});
});

describe('the export as a whole', () => {
	it('takes the samples from where the document has them, and claims no more than was proved', async () => {
		const model = trainedModel(lenet5.build());
		const engine = await loadJs();
		const built = await engine.createModel(model.plan, model.weights, model.plan.document.training);
		const predictPicture = async (_run: string, { data }: { readonly data: Uint8Array }) => {
			const image = Float32Array.from(data, (value) => value / 255);
			return { probabilities: [...(await built.predict(image, 1))], classes: model.classes, label: null };
		};
		const places = { assetsFolder: fileURLToPath(new URL('../../../assets/', import.meta.url)), cacheFolder: null, exportedPageFolder: '' };
		const directory = join(folder, 'whole');
		const request = { run: 'run', target: 'training-kit', directory, overwrite: false };
		const source = { readModel: async () => model, details: async () => detailsOf(model), predictPicture, ...readTools };
		const events: ExportEvent[] = [];
		for await (const event of runExport(source, places, request)) events.push(event);
		built.dispose();
		expect(events.at(-1)).toMatchObject({ kind: 'done', parity: { inputs: 16, passed: true } });
		const names = await readdir(directory);
		expect(names).toEqual(
			expect.arrayContaining(['train.py', 'ray_train.py', 'data.npz', 'network.loom.json', 'README.md', 'classes.json']),
		);
		expect(await readFile(join(directory, 'README.md'), 'utf8')).toContain('The Python programs were not run');
		const arrays = unzipSync(await readFile(join(directory, 'data.npz')), { filter: ({ name }) => name === 'x_train.npy' });
		// A tenth of the 8,000 training digits is held back.
		expect(arrays['x_train.npy']?.length).toBe(128 + 7200 * 784);
	}, 60_000);
});
