import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { GraphDocument } from '#shared/graph/document.ts';
import { lenet5 } from '#shared/templates/lenet.ts';
import { networkBuilder } from '#shared/templates/networkBuilder.ts';
import { miniResnet } from '#shared/templates/residual.ts';
import { miniVgg } from '#shared/templates/teaching.ts';
import { kerasChain } from '../compile/compileTopology.ts';
import { loadJs } from '../engine/js/js.ts';
import type { TrainedModel } from '../services/training.ts';
import type { Exporter } from './exporter.ts';
import { exporters } from './exporters.ts';
import { OutputFolder } from './outputFolder.ts';
import { type ExportEvent, type ExportRequest, runExport } from './runExport.ts';
import { savedModelExporter } from './savedModel/savedModel.ts';
import { detailsOf, findLackOfTensorFlow, readTools, trainedModel } from './testModel.ts';
import { toStockLayers } from './tfjs/stockLayers.ts';
import { tfjsExporter } from './tfjs/tfjs.ts';

const assetsFolder = fileURLToPath(new URL('../../assets/', import.meta.url));
const pageFolder = await mkdtemp(join(tmpdir(), 'layerloom-built-page-'));
for (const name of ['page.js', 'page.css']) await writeFile(join(pageFolder, name), '');
const places = { assetsFolder, cacheFolder: null, exportedPageFolder: pageFolder };
afterAll(() => rm(pageFolder, { recursive: true, force: true }));
let parent = '';
let folder = '';
beforeEach(async () => {
	parent = await mkdtemp(join(tmpdir(), 'layerloom-export-'));
	folder = join(parent, 'out');
});
afterEach(() => rm(parent, { recursive: true, force: true }));

async function openSource(model: TrainedModel) {
	const engine = await loadJs();
	const built = await engine.createModel(model.plan, model.weights, model.plan.document.training);
	return {
		readModel: async () => model,
		details: async () => detailsOf(model),
		readSavedModel: readTools.readSavedModel,
		predictPicture: async (_run: string, { data }: { readonly data: Uint8Array }) => ({
			probabilities: [
				...(await built.predict(
					Float32Array.from(data, (value) => value / 255),
					1,
				)),
			],
			classes: model.classes,
			label: null,
		}),
		dispose: () => built.dispose(),
	};
}

type Source = Awaited<ReturnType<typeof openSource>>;

async function collect(source: Source, request: Partial<ExportRequest> = {}, known?: readonly Exporter[]): Promise<ExportEvent[]> {
	const events: ExportEvent[] = [];
	const asked = { run: 'run', target: 'tfjs', directory: folder, overwrite: false, ...request };
	for await (const event of runExport(source, places, asked, known)) events.push(event);
	return events;
}

describe('the TensorFlow.js export', () => {
	it.each([
		['LeNet-5', lenet5, ['conv_1/kernel', 'conv_1/bias', 'output/bias']],
		['a residual network with batch statistics', miniResnet, ['norm_1/gamma', 'norm_1/moving_mean', 'norm_1/moving_variance']],
		['a small VGG with dropout of whole maps', miniVgg, ['dense_1/kernel']],
	])(
		'of %s gives the same answers when TensorFlow.js opens it',
		async (_name, template, names) => {
			const source = await openSource(trainedModel(template.build()));
			const done = (await collect(source)).at(-1);
			source.dispose();
			expect(done).toMatchObject({ kind: 'done', parity: { inputs: 16, passed: true, tolerance: 1e-4 } });
			const model = JSON.parse(await readFile(join(folder, 'model.json'), 'utf8'));
			const written = model.weightsManifest[0].weights.map((weight: { name: string }) => weight.name);
			expect(written).toEqual(expect.arrayContaining(names));
			const classNames = model.modelTopology.model_config.config.layers.map((layer: { class_name: string }) => layer.class_name);
			expect(classNames).not.toContain('SpatialDropout2D');
			const parity = JSON.parse(await readFile(join(folder, 'parity.json'), 'utf8'));
			expect(parity.inputs.map((input: { testSample: number }) => input.testSample)).toEqual(
				Array.from({ length: 16 }, (_, index) => index),
			);
			expect(parity.inputs[0].expected).toHaveLength(10);
		},
		60_000,
	);

	it('brings class names, preprocessing, proof and a README', async () => {
		const source = await openSource(trainedModel(lenet5.build()));
		const done = (await collect(source)).at(-1);
		source.dispose();
		const names = [
			'model.json',
			'group1-shard1of1.bin',
			'classes.json',
			'labels.txt',
			'preprocessing.json',
			'parity.json',
			'MODEL_CARD.md',
			'README.md',
		];
		expect(done?.kind === 'done' && done.files.map((file) => file.name)).toEqual(names);
		expect((await readdir(folder)).sort()).toEqual([...names].sort());
		expect(JSON.parse(await readFile(join(folder, 'classes.json'), 'utf8'))).toHaveLength(10);
		expect(JSON.parse(await readFile(join(folder, 'preprocessing.json'), 'utf8'))).toMatchObject({
			height: 28,
			width: 28,
			channels: 1,
			order: 'NHWC',
		});
		expect(await readFile(join(folder, 'labels.txt'), 'utf8')).toBe(Array.from({ length: 10 }, (_, label) => `class ${label}\n`).join(''));
		expect(await readFile(join(folder, 'MODEL_CARD.md'), 'utf8')).toContain('| all | 7200 | 800 | 2000 |');
		// 61,706 weights of four bytes each.
		expect(done?.kind === 'done' && done.files[1]?.bytes).toBe(61_706 * 4);
	});

	it('proves itself on noise where the pictures are gone', async () => {
		const document: GraphDocument = { ...lenet5.build(), dataset: { kind: 'folder', path: join(parent, 'gone'), size: null } };
		const model = trainedModel({ ...document, dataset: null });
		const source = await openSource({ ...model, plan: { ...model.plan, document } });
		expect((await collect(source)).at(-1)).toMatchObject({ kind: 'done', parity: { inputs: 16, passed: true } });
		source.dispose();
		expect(JSON.parse(await readFile(join(folder, 'parity.json'), 'utf8')).inputs[0].testSample).toBeNull();
	});
});

describe('an export', () => {
	let source: Source;
	beforeEach(async () => {
		source = await openSource(trainedModel(lenet5.build()));
	});
	afterEach(() => source.dispose());

	it('replaces an earlier one only when asked, and keeps what a person put beside it', async () => {
		await collect(source);
		await writeFile(join(folder, 'my notes.txt'), 'mine');
		await writeFile(join(folder, 'model.json'), 'damaged');
		await expect(collect(source)).rejects.toMatchObject({ userMessage: { id: 'exporting.problem.exists' } });
		expect(await readFile(join(folder, 'model.json'), 'utf8')).toBe('damaged');
		await collect(source, { overwrite: true });
		expect(await readFile(join(folder, 'model.json'), 'utf8')).toContain('layers-model');
		expect(await readFile(join(folder, 'my notes.txt'), 'utf8')).toBe('mine');
		expect(await readdir(parent)).toEqual(['out']);
	});

	it('puts what a person added aside where it cannot stay in its place', async () => {
		const place = await OutputFolder.prepare(folder, false);
		await writeFile(join(place.workFolder, 'parity.json'), '{}');
		await place.publish(['parity.json']);
		await mkdir(join(folder, 'notes'));
		await writeFile(join(folder, 'notes', 'mine.txt'), 'mine');
		const next = await OutputFolder.prepare(folder, true);
		await writeFile(join(next.workFolder, 'notes'), 'theirs');
		await next.publish(['notes']);
		const aside = (await readdir(parent)).find((name) => name !== 'out');
		expect(await readFile(join(parent, String(aside), 'notes', 'mine.txt'), 'utf8')).toBe('mine');
		expect(await readFile(join(folder, 'notes'), 'utf8')).toBe('theirs');
	});

	it('never replaces other files, even when asked', async () => {
		await mkdir(folder);
		await writeFile(join(folder, 'holiday.jpg'), 'x');
		await expect(collect(source, { overwrite: true })).rejects.toMatchObject({ userMessage: { id: 'exporting.problem.notEmpty' } });
		expect(await readdir(folder)).toEqual(['holiday.jpg']);
		await expect(collect(source, { directory: join(folder, 'holiday.jpg') })).rejects.toMatchObject({
			userMessage: { id: 'exporting.problem.isFile' },
		});
	});

	it('takes an empty folder', async () => {
		await mkdir(folder);
		expect((await collect(source)).at(-1)?.kind).toBe('done');
	});

	it('leaves nothing behind when it is stopped', async () => {
		const abort = new AbortController();
		const exporting = async (): Promise<void> => {
			for await (const event of runExport(source, places, {
				run: 'run',
				target: 'tfjs',
				directory: folder,
				overwrite: false,
				signal: abort.signal,
			})) {
				if (event.kind === 'progress' && event.share === 0.4) abort.abort();
			}
		};
		await expect(exporting()).rejects.toMatchObject({ name: 'AbortError' });
		expect(await readdir(parent)).toEqual([]);
	});

	it('leaves nothing behind when the window goes away in the middle', async () => {
		for await (const event of runExport(source, places, { run: 'run', target: 'tfjs', directory: folder, overwrite: false })) {
			if (event.kind === 'progress' && event.share === 0.4) break;
		}
		expect(await readdir(parent)).toEqual([]);
	});

	it.each([
		['ENOSPC', 'exporting.problem.diskFull'],
		['EACCES', 'exporting.problem.notWritable'],
		['ENOENT', 'exporting.problem.folderGone'],
	])('leaves nothing behind and says why when writing ends with %s', async (code, id) => {
		const broken: Exporter = {
			...tfjsExporter,
			async write(_model, workFolder) {
				await writeFile(join(workFolder, 'model.json'), 'half');
				throw Object.assign(new Error(code), { code });
			},
		};
		await expect(collect(source, {}, [broken])).rejects.toMatchObject({ userMessage: { id } });
		expect(await readdir(parent)).toEqual([]);
	});

	it('says so when the written file gives other answers', async () => {
		const wrong: Exporter = {
			...tfjsExporter,
			async write(model, workFolder) {
				const weights = model.weights.map((weight) => ({ ...weight, values: weight.values.map((value) => value * 1.01) }));
				return tfjsExporter.write({ ...model, weights }, workFolder);
			},
		};
		const done = (await collect(source, {}, [wrong])).at(-1);
		expect(done).toMatchObject({ kind: 'done', parity: { passed: false } });
		expect(await readFile(join(folder, 'README.md'), 'utf8')).toContain('Do not use them');
	});

	it('is marked as failed when an answer is no number', async () => {
		const broken: Exporter = { ...tfjsExporter, readBack: async () => new Float32Array(160).fill(Number.NaN) };
		const done = (await collect(source, {}, [broken])).at(-1);
		expect(done).toMatchObject({ kind: 'done', parity: { passed: false, largestDifference: null } });
		expect(JSON.parse(await readFile(join(folder, 'parity.json'), 'utf8'))).toMatchObject({ passed: false, largestDifference: null });
	});

	it('of a network that has no weights yet is refused before anything is written', async () => {
		const refuse = { ...source, readModel: () => Promise.reject(new Error('no weights')) };
		await expect(collect(refuse)).rejects.toThrow('no weights');
		expect(await readdir(parent)).toEqual([]);
	});
});

const lack = await findLackOfTensorFlow();
const provable = exporters.filter((exporter) => lack === null || exporter !== savedModelExporter);

describe.each(provable)('the $name export', (exporter) => {
	it('answers with probabilities where the network ends in raw scores, as the app does', async () => {
		const source = await openSource(trainedModel(twoConvolutions('linear')));
		const done = (await collect(source, { target: exporter.name })).at(-1);
		source.dispose();
		expect(done).toMatchObject({ kind: 'done', parity: { passed: true, partsAt: null } });
		const { inputs } = JSON.parse(await readFile(join(folder, 'parity.json'), 'utf8'));
		expect(inputs[0].expected.reduce((sum: number, share: number) => sum + share, 0)).toBeCloseTo(1, 5);
	});

	it('names the layer where a file parts from the network', async () => {
		const model = trainedModel(twoConvolutions('softmax'));
		const wrong = model.weights.map((weight) =>
			weight.name === 'conv_2/bias' ? { ...weight, values: weight.values.map((value, at) => value + (at === 0 ? 1 : 0)) } : weight,
		);
		const damaged: Exporter = { ...exporter, write: (given, workFolder) => exporter.write({ ...given, weights: wrong }, workFolder) };
		const source = await openSource(model);
		const done = (await collect(source, { target: exporter.name }, [damaged])).at(-1);
		source.dispose();
		expect(done).toMatchObject({ kind: 'done', parity: { passed: false, partsAt: 'conv 2' } });
		expect(JSON.parse(await readFile(join(folder, 'parity.json'), 'utf8'))).toMatchObject({ passed: false, partsAt: 'conv 2' });
		expect(await readFile(join(folder, 'README.md'), 'utf8')).toContain('The values part at the layer “conv 2”');
	});

	it('leaves nothing behind when it is stopped while the file is opened again', async () => {
		const abort = new AbortController();
		const stopped: Exporter = {
			...exporter,
			async readBack(workFolder, inputs, tools) {
				abort.abort();
				return exporter.readBack(workFolder, inputs, tools);
			},
		};
		const source = await openSource(trainedModel(twoConvolutions('softmax')));
		await expect(collect(source, { target: exporter.name, signal: abort.signal }, [stopped])).rejects.toMatchObject({ name: 'AbortError' });
		source.dispose();
		expect(await readdir(parent)).toEqual([]);
	});
});

/** Small, so that every format has its turn. */
function twoConvolutions(activation: string): GraphDocument {
	const net = networkBuilder({ id: 'case', name: 'two convolutions', dataset: null });
	net.layer('input', { height: 6, width: 5, channels: 1 });
	net.layer('conv2d', { filters: 4, kernelSize: [3, 3] });
	net.layer('conv2d', { filters: 8, kernelSize: [3, 3], strides: [2, 2] });
	net.layer('flatten');
	net.layer('output', { units: 10, activation });
	return net.build();
}

describe('layers that only our engine has', () => {
	const op = trainedModel(miniVgg.build()).plan.ops.find((candidate) => kerasChain(candidate)[0]?.className === 'SpatialDropout2D');
	if (!op) throw new Error('the template was assumed to drop whole maps');
	const pooling = { pool_size: [2, 2], strides: [2, 2] };

	it('become stock layers that answer and learn alike', () => {
		expect(toStockLayers(kerasChain(op), op)).toEqual([
			{ className: 'Dropout', config: { rate: 0.1, noise_shape: [null, 1, 1, op.outputShape[2]] }, weights: [] },
		]);
		const padded = { className: 'PaddedAveragePooling2D', config: { ...pooling, pad: [1, 0, 2, 0], count_padding: true }, weights: [] };
		expect(toStockLayers([padded], op)?.map((layer) => [layer.className, layer.config.padding])).toEqual([
			[
				'ZeroPadding2D',
				[
					[1, 0],
					[2, 0],
				],
			],
			['AveragePooling2D', 'valid'],
		]);
	});

	it.each([
		['a maximum over padding', 'PaddedMaxPooling2D', { ...pooling, pad: [1, 1, 1, 1] }],
		['a mean that leaves the padding out', 'PaddedAveragePooling2D', { ...pooling, pad: [1, 1, 1, 1], count_padding: false }],
		['a layer that nobody else has', 'LayerOfOurOwn', {}],
		['a convolution in groups', 'GroupedConv2D', { filters: 4, kernel_size: [3, 3], groups: 2 }],
	])('are refused where no stock layers say the same: %s', (_what, className, config) => {
		expect(toStockLayers([{ className, config, weights: [] }], op)).toBeNull();
	});
});
