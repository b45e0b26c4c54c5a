import { mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { exporters } from '#main/export/exporters.ts';
import { readNpy } from '#main/npy.ts';
import { bundleWorker } from '#main/train/host/bundleWorker.ts';
import { applyEdits } from '#shared/graph/edit.ts';
import { serializeDocument } from '#shared/graph/serialize.ts';
import { lenet5 } from '#shared/templates/lenet.ts';
import { openProgram, type Program } from '../program.ts';
import { scriptTraining } from '../testing/scriptedTraining.ts';
import { runCli } from './cli.ts';
import { givenPlace } from './givenDocument.ts';

let programFolder = '';
let folder = '';
let program: Program;
beforeAll(async () => {
	programFolder = dirname(await bundleWorker());
});
afterAll(() => rm(programFolder, { recursive: true, force: true }));
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'layerloom-cli-'));
	program = openProgram(import.meta.url, { programFolder, dataFolder: join(folder, 'data'), documentsFolder: join(folder, 'documents') });
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** What a command left on both streams, and its exit code. */
const run = (...parameters: string[]) => runWith(program, ...parameters);

async function runWith(program: Program, ...parameters: string[]) {
	let out = '';
	let err = '';
	const streams = {
		stdout: { write: (text: string) => (out += text) },
		stderr: { write: (text: string) => (err += text) },
	};
	const code = await runCli(parameters, streams, program);
	return { code, out, err };
}

async function runJson(...parameters: string[]) {
	const { code, out, err } = await run(...parameters, '--json');
	return { code, err, json: JSON.parse(out) };
}

describe('layerloom import and predict', () => {
	const fixture = (name: string) => resolve('main/import/fixtures', name);

	it('opens a Keras model as a document and gives Keras’s answers', async () => {
		const out = join(folder, 'net.loom.json');
		const imported = await runJson('import', fixture('nested.keras'), '--out', out);
		expect(imported).toMatchObject({ code: 0, json: { ok: true, format: 'keras', placeholders: [] } });
		expect(await readdir(folder)).toEqual(expect.arrayContaining(['net.loom.json', 'net.weights.safetensors']));
		const answers = join(folder, 'y.npy');
		const { code, json } = await runJson('predict', out, '--input', fixture('nested.x.npy'), '--out', answers);
		expect([code, json.fresh]).toEqual([0, []]);
		const [found, expected] = await Promise.all([answers, fixture('nested.y.npy')].map(async (file) => readNpy(await readFile(file))));
		expect(found?.shape).toEqual(expected?.shape);
		for (const [at, value] of (expected?.values ?? []).entries()) expect(found?.values[at]).toBeCloseTo(value, 4);
	});

	it('exports a document’s weights, proved, and trains on from them with the layers that fit', async () => {
		const out = join(folder, 'net.loom.json');
		await run('import', fixture('sequential.keras'), '--out', out);
		const exported = await runJson('export', out, '--target', 'onnx', '--out', join(folder, 'onnx'));
		expect(exported).toMatchObject({ code: 0, json: { parity: { passed: true } } });
		expect(await readFile(join(folder, 'onnx', 'MODEL_CARD.md'), 'utf8')).toContain('What they were trained on is not known here');

		const classes = ['one', 'two', 'three', 'four', 'five'];
		for (const part of ['train', 'test']) {
			for (const [label, name] of classes.entries()) {
				const place = join(folder, 'pictures', part, name);
				await mkdir(place, { recursive: true });
				for (let number = 0; number < 4; number++) {
					const create = { width: 12, height: 12, channels: 3, background: { r: label * 50, g: number * 9, b: 0 } } as const;
					await sharp({ create })
						.png()
						.toFile(join(place, `${number}.png`));
				}
			}
		}
		const data = join(folder, 'pictures');
		expect(await runJson('evaluate', out, '--data', data)).toMatchObject({ code: 0, json: { classes: [...classes].sort() } });
		const trained = await runJson('train', out, '--data', data, '--epochs', '1', '--engine', 'js');
		expect(trained.json).toMatchObject({ status: 'finished', startedFrom: { file: 'net.weights.safetensors', fresh: [] } });
		expect(trained.err).toContain('Begins with the weights of net.weights.safetensors in 5 layers');

		const headed = join(folder, 'headed.loom.json');
		const replaced = await runJson('transfer', out, '--classes', '5', '--data', data, '--out', headed);
		expect(replaced).toMatchObject({ code: 0, json: { ok: true } });
		expect(replaced.json.frozen).toBeGreaterThan(0);
		const head = await runJson('train', headed, '--epochs', '1', '--engine', 'js');
		expect(head.json).toMatchObject({ status: 'finished' });
		expect(head.json.startedFrom.fresh).toHaveLength(1);
		const tuned = await runJson('transfer', head.json.run, '--fine-tune', '--out', join(folder, 'tuned.loom.json'));
		expect(tuned).toMatchObject({ code: 0, json: { frozen: 0 } });
	}, 120_000);

	it('replaces no document unasked, and says what stands in the way of answers', async () => {
		const out = join(folder, 'net.loom.json');
		await run('import', fixture('nested.keras'), '--out', out);
		expect((await run('import', fixture('normalized.h5'), '--out', out)).code).toBe(1);
		const other = await run('predict', out, '--input', fixture('sequential.x.npy'), '--out', join(folder, 'y.npy'));
		expect([other.code, other.err]).toEqual([1, expect.stringContaining('expected are samples of the size')]);
		await rm(join(folder, 'net.weights.safetensors'));
		const elsewhere = openProgram(import.meta.url, { programFolder, dataFolder: join(folder, 'elsewhere'), documentsFolder: folder });
		const missing = await runWith(elsewhere, 'predict', out, '--input', fixture('nested.x.npy'), '--out', join(folder, 'y.npy'));
		expect([missing.code, missing.err]).toEqual([1, expect.stringContaining('net.weights.safetensors was expected beside it')]);
	});
});

describe('layerloom transfer', () => {
	it('gives a trained network a new head on a frozen base, then lets the base learn on', async () => {
		const headed = join(folder, 'headed.loom.json');
		const replaced = await runJson('transfer', 'backbone:digits', '--classes', '10', '--data', 'digits', '--out', headed);
		expect(replaced).toMatchObject({ code: 0, json: { ok: true } });
		const document = JSON.parse(await readFile(headed, 'utf8'));
		expect(document.nodes.filter((node: { frozen?: true }) => node.frozen).length).toBe(replaced.json.frozen);
		const trained = await runJson('train', headed, '--epochs', '1');
		expect(trained.json.startedFrom.fresh).toEqual(['output']);
		// One epoch of a head on a base that knows digits.
		expect(trained.json.testAccuracy).toBeGreaterThan(0.9);
		const tuned = await runJson('transfer', trained.json.run, '--fine-tune', '--out', join(folder, 'tuned.loom.json'));
		expect(tuned).toMatchObject({ code: 0, json: { frozen: 0, learningRate: document.training.learningRate / 10 } });
		const again = await runJson('transfer', join(folder, 'tuned.loom.json'), '--fine-tune', '--out', join(folder, 'again.loom.json'));
		expect([again.code, again.err]).toEqual([1, expect.stringContaining('Nothing of this network is a frozen base')]);
		expect((await run('transfer', trained.json.run, '--out', join(folder, 'none.loom.json'))).code).toBe(2);
	}, 120_000);
});

describe('layerloom check', () => {
	it('counts LeNet-5 as the paper does: 61,706 weights', async () => {
		const { code, json } = await runJson('check', 'template:lenet-5');
		expect(code).toBe(0);
		expect(json).toMatchObject({
			ok: true,
			totals: { weights: 61_706, trainableWeights: 61_706 },
			inputShape: [28, 28, 1],
			outputShape: [10],
		});
		const first = json.nodes.find((node: { kind: string }) => node.kind === 'conv2d');
		expect(first).toMatchObject({ name: 'conv 1', output: [28, 28, 6], weights: 156, multiplyAdds: 117_600 });
	});

	it('prints a table for people', async () => {
		const { code, out } = await run('check', 'template:lenet-5');
		expect(code).toBe(0);
		expect(out).toContain('61,706 weights');
		expect(out).toMatch(/conv 1\s+conv2d\s+28\s×\s28\s×\s6\s+156\s+117,600/);
	});

	it('ends with 1 and says where, why and what helps when the network has an error', async () => {
		const document = lenet5.build();
		const convolution = document.nodes.find((node) => node.kind === 'conv2d');
		const broken = applyEdits(document, [
			{ kind: 'setConfig', node: convolution?.id ?? '', config: { kernelSize: [99, 99], padding: 'valid' } },
		]);
		const path = join(folder, 'broken.loom.json');
		await writeFile(path, serializeDocument(broken));
		const { code, json } = await runJson('check', path);
		expect(code).toBe(1);
		expect(json.ok).toBe(false);
		const [diagnostic] = json.diagnostics;
		expect(diagnostic).toMatchObject({ severity: 'error', place: { kind: 'node', node: convolution?.id } });
		expect(diagnostic.text).toContain('99');
		expect(diagnostic.fixes.length).toBeGreaterThan(0);
		expect((await run('check', path)).out).toContain('Error at conv 1');
	});

	it('ends with 1 and the same form of answer when the file is cut off, gone, or no template', async () => {
		const path = join(folder, 'net.loom.json');
		await writeFile(path, serializeDocument(lenet5.build()));
		await truncate(path, 500);
		for (const file of [path, join(folder, 'gone.loom.json'), 'template:nothing']) {
			const { code, json, err } = await runJson('check', file);
			expect(code).toBe(1);
			expect(json).toMatchObject({
				ok: false,
				nodes: [],
				totals: { weights: 0 },
				diagnostics: [{ code: 'documentUnreadable', severity: 'error' }],
			});
			expect(err).not.toBe('');
		}
	});

	it('names pictures that cannot be used, and goes on', async () => {
		const pets = join(folder, 'pets');
		for (const kind of ['cat', 'dog']) {
			await mkdir(join(pets, kind), { recursive: true });
			for (const name of ['1', '2'])
				await sharp({ create: { width: 28, height: 28, channels: 3, background: 'grey' } })
					.png()
					.toFile(join(pets, kind, `${name}.png`));
		}
		await writeFile(join(pets, 'cat', 'broken.png'), 'no picture');
		const path = join(folder, 'net.loom.json');
		await writeFile(
			path,
			serializeDocument({ ...lenet5.build(), dataset: { kind: 'folder', path: pets, size: { height: 28, width: 28, channels: 1 } } }),
		);
		const { json, err } = await runJson('check', path);
		expect(json.dataset).toMatchObject({ title: 'pets', counts: { train: 2, test: 2 }, problemCount: 1 });
		expect(err).toContain('cat/broken.png');
	});

	it('names data that is gone as an error of the document', async () => {
		const path = join(folder, 'net.loom.json');
		await writeFile(path, serializeDocument({ ...lenet5.build(), dataset: { kind: 'folder', path: join(folder, 'gone'), size: null } }));
		const { code, json } = await runJson('check', path);
		expect(code).toBe(1);
		expect(json.diagnostics[0]).toMatchObject({ code: 'dataUnreadable', text: expect.stringContaining(join(folder, 'gone')) });
	});
});

describe('wrong usage ends with 2', () => {
	it.each([
		['no command', []],
		['an unknown command', ['paint']],
		['no file', ['check']],
		['an unknown option', ['check', 'template:lenet-5', '--paint']],
		['a number that is none', ['train', 'template:lenet-5', '--epochs', 'many']],
		['a number out of range', ['train', 'template:lenet-5', '--epochs', '0']],
		['an unknown engine', ['train', 'template:lenet-5', '--engine', 'steam']],
		['an unknown format', ['export', 'x', '--target', 'stone', '--out', 'y']],
		['no run', ['export', '--target', 'tfjs', '--out', 'y']],
	])('%s', async (_what, parameters) => {
		const { code, out, err } = await run(...parameters);
		expect(code).toBe(2);
		expect(out).toBe('');
		expect(err).not.toBe('');
	});

	it('while help and version end with 0', async () => {
		expect((await run('--help')).code).toBe(0);
		expect((await run('--version')).out.trim()).toBe(program.version);
		expect((await run('train', '--help')).out).toContain('--epochs');
	});
});

describe('layerloom serve', () => {
	it('opens a file by its full path, and a template by its name', () => {
		expect(givenPlace('net.loom.json')).toBe(resolve('net.loom.json'));
		expect(givenPlace('template:lenet-5')).toBe('template:lenet-5');
	});

	it('ends with 1 and names the templates where there is none of that name', async () => {
		const { code, err } = await run('serve', '--no-open', 'template:nope');
		expect(code).toBe(1);
		expect(err).toContain('lenet-5');
	});
});

describe('layerloom train and export', () => {
	it('names a run or a document to train, and refuses a run that is done', async () => {
		expect((await run('train')).code).toBe(2);
		expect((await run('train', 'template:one-conv', '--resume', 'x')).code).toBe(2);
		expect((await runJson('train', '--resume', 'no-such-run')).json.ok).toBe(false);
		const trained = await runJson('train', 'template:one-conv', '--epochs', '1');
		const { code, json } = await runJson('train', '--resume', trained.json.run);
		expect(code).toBe(1);
		expect(json.reason).toContain('not waiting to go on');
	}, 60_000);

	it('trains, keeps the run where it was asked to, and exports it with proof', async () => {
		const out = join(folder, 'my run');
		const trained = await runJson('train', 'template:one-conv', '--epochs', '1', '--seed', '7', '--out', out);
		expect(trained.code).toBe(0);
		expect(trained.json).toMatchObject({
			status: 'finished',
			epochs: 1,
			seed: 7,
			folder: out,
			weightsHash: expect.stringMatching(/^[0-9a-f]{64}$/),
			engine: expect.stringMatching(/^(native|wasm|js)$/),
		});
		expect(trained.json.testAccuracy).toBeGreaterThan(0.8);
		expect(trained.json.testLoss).toBeGreaterThan(0);
		expect(trained.json.imagesPerSecond).toBeGreaterThan(0);
		expect(await readdir(out)).toEqual(expect.arrayContaining(['run.json', 'metrics.jsonl', 'weights-best.safetensors']));
		expect(JSON.parse(await readFile(join(out, 'run.json'), 'utf8')).settings).toMatchObject({ epochs: 1, seed: 7 });

		const listed = (await runJson('runs')).json.find((one: { readonly id: string }) => one.id === trained.json.run);
		expect(listed).toMatchObject({ status: 'finished', weightsHash: trained.json.weightsHash, isStarred: false });
		expect((await run('runs')).out).toContain(trained.json.weightsHash.slice(0, 12));

		const target = join(folder, 'exported');
		const exported = await runJson('export', out, '--target', 'tfjs', '--out', target);
		expect(exported.code).toBe(0);
		expect(exported.json).toMatchObject({ run: trained.json.run, parity: { inputs: 16, passed: true } });
		expect(exported.json.parity.largestDifference).toBeLessThan(1e-4);
		const again = await runJson('export', trained.json.run, '--target', 'tfjs', '--out', target);
		expect(again).toMatchObject({ code: 1, json: { ok: false, reason: expect.stringContaining('earlier export') } });
		expect((await runJson('export', trained.json.run, '--target', 'tfjs', '--out', target, '--overwrite')).code).toBe(0);
	}, 120_000);

	it('ends with 1 before any work when there is no such data', async () => {
		const { code, json } = await runJson('train', 'template:lenet-5', '--data', join(folder, 'gone'));
		expect(code).toBe(1);
		expect(json).toEqual({ ok: false, reason: expect.stringContaining('gone') });
		await mkdir(join(folder, 'empty'));
		expect((await run('train', 'template:lenet-5', '--data', join(folder, 'empty'))).err).toContain('one folder per class');
	});

	it('ends with 1 before any work when training would need more memory than is allowed, and names the layer that needs most', async () => {
		const path = join(folder, 'large.loom.json');
		const document = lenet5.build();
		await writeFile(path, serializeDocument({ ...document, settings: { ...document.settings, memoryBudget: 1_000_000 } }));
		const { code, json } = await runJson('train', path, '--data', 'digits');
		expect(code).toBe(1);
		expect(json.diagnostics).toMatchObject([{ code: 'memoryOverBudget', place: { kind: 'node', node: 'conv2d-1' } }]);
		expect(json.diagnostics[0].text).toContain('conv 1 needs most');
	});

	it('ends with 1 when the data does not fit the network', async () => {
		const { code, json } = await runJson('train', 'template:lenet-5', '--data', 'cifar-small', '--epochs', '1');
		expect(code).toBe(1);
		expect(json.ok).toBe(false);
	});

	it('never trains into a folder that holds files', async () => {
		await writeFile(join(folder, 'mine.txt'), '');
		const { code, err } = await run('train', 'template:lenet-5', '--out', folder);
		expect(code).toBe(1);
		expect(err).toContain('holds files already');
	});

	it('refuses a file in the place of the run’s folder before any work', async () => {
		await writeFile(join(folder, 'mine.txt'), 'mine');
		const { code, err } = await run('train', 'template:lenet-5', '--out', join(folder, 'mine.txt'));
		expect(code).toBe(1);
		expect(err).toContain('is a file');
		expect(await readdir(folder)).not.toContain('data');
	});

	it('leaves alone what appeared in the run’s place while it trained', async () => {
		const out = join(folder, 'out');
		const training = scriptTraining();
		const scripted: Program = {
			...program,
			openTraining: () => ({
				...training,
				async *events() {
					await mkdir(join(program.user.dataFolder, 'runs', 'run-1'), { recursive: true });
					await mkdir(out);
					await writeFile(join(out, 'mine.txt'), 'mine');
					yield { kind: 'ended', run: 'run-1', status: 'finished', reason: null, evaluation: null };
				},
			}),
		};
		const { code, err } = await runWith(scripted, 'train', 'template:lenet-5', '--out', out);
		expect(code).toBe(1);
		expect(err).toContain(join('runs', 'run-1'));
		expect(await readdir(out)).toEqual(['mine.txt']);
		expect(await readdir(folder)).toEqual(['data', 'out']);
	});

	it('knows no run of another name', async () => {
		const { code, err, json } = await runJson('export', 'no-such-run', '--target', 'tfjs', '--out', join(folder, 'x'));
		expect(code).toBe(1);
		expect(json.ok).toBe(false);
		expect(err).not.toContain('    at ');
	});

	it('lists the formats', async () => {
		const { code, json } = await runJson('export', '--list');
		expect(code).toBe(0);
		expect(json).toContainEqual(expect.objectContaining({ name: 'tfjs', title: 'TensorFlow.js layers model' }));
		expect(json.map(({ name }: { name: string }) => name)).toEqual(exporters.map(({ name }) => name));
	});
});

describe('layerloom doctor', () => {
	it('says what there is, as JSON alone on stdout, and connects to nothing', async () => {
		const connect = vi.spyOn(Socket.prototype, 'connect');
		const { code, json } = await runJson('doctor');
		expect(connect).not.toHaveBeenCalled();
		connect.mockRestore();
		expect(code).toBe(0);
		expect(json).toMatchObject({ ok: true, engine: { state: 'ready' }, write: { ok: true }, offline: { socketsOpened: 0 } });
		expect(json.cores).toBeGreaterThan(0);
		expect(json.disk.freeBytes).toBeGreaterThan(0);
	}, 60_000);
});
