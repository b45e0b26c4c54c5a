import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadJs } from '#main/engine/js/js.ts';
import { buildPlan } from '#shared/plan/buildPlan.ts';
import { startWeights } from '#shared/plan/startWeights.ts';
import { readNpy } from '../npy.ts';
import { Problem } from '../problem.ts';
import { words } from '../words.ts';
import { modelEndings } from './endings.ts';
import { importers } from './importers.ts';
import { importFile } from './importFile.ts';

/** Written by Keras: scripts/parity/writeForeign.py. */
const FIXTURES = join(import.meta.dirname, 'fixtures');
const ENDINGS = ['keras', 'h5'];

let folder = '';
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'layerloom-import-test-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const cases = ['sequential', 'branches', 'nested', 'normalized', 'operations', 'axes', 'channelsFirst', 'halfPrecision'].flatMap((name) =>
	ENDINGS.map((ending) => [name, ending] as const),
);
/** Written by Keras 2 and by TensorFlow.js’s own converter: scripts/parity/writeForeignKeras2.py. */
const olderCases = ['keras2Sequential', 'keras2Branches', 'keras2Nested'].flatMap((name) =>
	['h5', 'zip'].map((ending) => [name, ending] as const),
);
/** Written by both exporters of PyTorch and by tf2onnx: scripts/parity/writeForeignOnnx.py. */
const onnxCases = [...['Digits', 'Mobile', 'Masks', 'Blocks'].flatMap((name) => [`torch${name}`, `torch${name}Dynamo`]), 'tf2onnxBranches'];

/** The largest difference between our answers to the stored samples and those of the program that wrote the model. */
async function difference(name: string, ending: string): Promise<number> {
	const { document, weights, placeholders } = await importFile(join(FIXTURES, `${name}.${ending}`));
	expect(placeholders).toEqual([]);
	const planned = buildPlan(document, { dataset: null });
	if (!planned.ok) throw new Error(planned.problem.map(({ code, place }) => `${code} ${JSON.stringify(place)}`).join());
	const own = startWeights(planned.value, weights);
	expect(own.fresh).toEqual([]);
	const [inputs, expected] = await Promise.all(
		['x', 'y'].map(async (part) => readNpy(await readFile(join(FIXTURES, `${name}.${part}.npy`)))),
	);
	if (!inputs || !expected) throw new Error('samples');
	const engine = await loadJs();
	const model = await engine.createModel(planned.value, own.weights, { ...document.training, loss: 'mse' });
	const answers = await model.predict(inputs.values, inputs.shape[0] ?? 0);
	model.dispose();
	expect(answers.length).toBe(expected.values.length);
	return Math.max(...answers.map((value, at) => Math.abs(value - (expected.values[at] ?? Number.NaN))));
}

describe('a model that Keras wrote', () => {
	it.each(cases)('gives Keras’s answers: %s.%s', async (name, ending) => {
		// What Keras computes with 16 bits has three digits.
		expect(await difference(name, ending)).toBeLessThan(name === 'halfPrecision' ? 2e-3 : 1e-4);
	});

	it('keeps names and which layers are frozen', async () => {
		const { document } = await importFile(join(FIXTURES, 'nested.keras'));
		const frozen = document.nodes.filter((node) => node.frozen).map((node) => node.kind);
		expect(frozen).toEqual(['conv2d', 'batchNorm', 'conv2d']);
		expect(new Set(document.nodes.map((node) => node.name)).size).toBe(document.nodes.length);
	});

	it('says which layers were left out', async () => {
		const { notes } = await importFile(join(FIXTURES, 'sequential.keras'));
		expect(notes.map((note) => words.text(note))).toEqual([expect.stringContaining('(RandomFlip) changes pictures during training alone')]);
	});

	it.each(ENDINGS)('stands a note in the place of Python code and never runs it: %s', async (ending) => {
		const { document, placeholders } = await importFile(join(FIXTURES, `ownCode.${ending}`));
		expect(placeholders).toHaveLength(1);
		const held = document.nodes.find((node) => node.name === placeholders[0]?.name);
		expect(held).toMatchObject({
			kind: 'Keras Lambda',
			note: expect.stringContaining('Was a layer of the class Lambda, which has no counterpart here. Code in a file is never run.'),
		});
		const wires = document.edges.filter(({ source, target }) => [source, target].includes(held?.id ?? ''));
		expect(wires).toHaveLength(2);
	});
});

describe('a model of Keras 2', () => {
	it.each(olderCases)('gives its answers: %s.%s', async (name, ending) => {
		expect(await difference(name, ending)).toBeLessThan(1e-4);
	});
});

describe('a model in ONNX', () => {
	it.each(onnxCases)('gives ONNX Runtime’s answers: %s', async (name) => {
		expect(await difference(name, 'onnx')).toBeLessThan(1e-4);
	});

	it('keeps names, and says where channels were turned', async () => {
		const { document, notes } = await importFile(join(FIXTURES, 'torchDigits.onnx'));
		expect(document.nodes.map(({ name }) => name)).toEqual(['x', 'conv1', 'MaxPool', 'conv2', 'Reshape', 'fc1', 'fc2']);
		expect(notes.map(({ id }) => id)).toContain('importing.note.channelsLast');
	});
});

describe('a file that is none', () => {
	const refusal = async (name: string, bytes: Uint8Array): Promise<string> => {
		const path = join(folder, name);
		await writeFile(path, bytes);
		const problem = await importFile(path).then(
			() => null,
			(error: unknown) => error,
		);
		if (problem === null) return 'read';
		if (!(problem instanceof Problem)) throw problem;
		return problem.userMessage.id;
	};
	const keras = (config: unknown, weights = new Uint8Array(8)) =>
		zipSync({ 'config.json': strToU8(typeof config === 'string' ? config : JSON.stringify(config)), 'model.weights.h5': weights });

	it('is told by the endings that pickers show', () => {
		expect(importers.flatMap(({ endings }) => endings)).toEqual(modelEndings);
	});

	it('is refused by its ending, its first bytes, or what it lacks', async () => {
		expect(await refusal('model.bin', new Uint8Array(10))).toBe('importing.problem.unknownFormat');
		expect(await refusal('wrong.keras', strToU8('not a zip at all'))).toBe('importing.problem.damaged');
		expect(await refusal('wrong.h5', strToU8('not HDF5 at all'))).toBe('importing.problem.damaged');
		expect(await refusal('bare.keras', zipSync({ '../../outside.txt': strToU8('x') }))).toBe('importing.problem.damaged');
		expect(await readdir(join(folder, '..'))).not.toContain('outside.txt');
	});

	it('is refused where it is nested too deep, has too many layers or a size of any kind', async () => {
		const around = (config: object, depth: number): object =>
			depth === 0 ? config : { class_name: 'Sequential', config: { name: 'inside', layers: [around(config, depth - 1)] } };
		expect(await refusal('deep.keras', keras(around({ class_name: 'Flatten', config: {} }, 40)))).toBe('importing.problem.tooDeep');
		const many = Array.from({ length: 6000 }, (_, at) => ({ class_name: 'Flatten', config: { name: `flatten_${at}` } }));
		expect(await refusal('many.keras', keras({ class_name: 'Sequential', config: { name: 'many', layers: many } }))).toBe(
			'importing.problem.tooManyLayers',
		);
		const open = [{ class_name: 'InputLayer', config: { name: 'start', batch_shape: [null, null, null, 3] } }];
		expect(await refusal('open.keras', keras({ class_name: 'Sequential', config: { layers: open } }))).toBe('importing.problem.inputSize');
		expect(await refusal('brackets.keras', keras('['.repeat(200_000)))).toBe('importing.problem.damaged');
		expect(await refusal('own.keras', keras({ class_name: 'MyModel', config: {} }))).toBe('importing.problem.ownClass');
	});

	it('is read or refused, whatever is cut off or changed', async () => {
		for (const file of (await readdir(FIXTURES)).filter((name) =>
			/^(nested|ownCode|torchDigits|keras2Nested)\.(keras|h5|onnx|zip)$/.test(name),
		)) {
			const whole = await readFile(join(FIXTURES, file));
			const change = fc.record({
				length: fc.integer({ min: 0, max: whole.length }),
				flips: fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 8 }),
				cuts: fc.boolean(),
			});
			await fc.assert(
				fc.asyncProperty(change, async ({ length, flips, cuts }) => {
					const bytes = Uint8Array.from(cuts ? whole.subarray(0, length) : whole);
					for (const [at, value] of flips) if (at < bytes.length) bytes[at] = value;
					expect(typeof (await refusal(`fuzz${extname(file)}`, bytes))).toBe('string');
				}),
				{ numRuns: 60, seed: 7 },
			);
			// Nothing that was read before spoils what is read after it.
			expect(await refusal(file, whole)).toBe('read');
		}
	});
});

describe('a hostile ONNX file', () => {
	const varint = (value: number): readonly number[] => (value < 128 ? [value] : [(value & 127) | 128, ...varint(Math.floor(value / 128))]);
	const part = (field: number, bytes: readonly number[]): readonly number[] => [(field << 3) | 2, ...varint(bytes.length), ...bytes];
	const number = (field: number, value: number): readonly number[] => [field << 3, ...varint(value)];
	const text = (field: number, value: string) => part(field, [...strToU8(value)]);
	const model = (...graph: readonly (readonly number[])[]) => Uint8Array.from([...number(1, 9), ...part(7, graph.flat())]);
	const tensor = (...fields: readonly (readonly number[])[]) => part(5, [...fields.flat(), ...text(8, 'w')]);

	it.each([
		['declares more values than it has', () => model(tensor(number(1, 70_000), number(1, 70_000), number(2, 1))), 'tooManyValues'],
		['has fewer bytes than it declares', () => model(tensor(number(1, 4), number(2, 1), part(9, [0, 0]))), 'damaged'],
		['has an operator in every two bytes', () => model(Array.from({ length: 30_000 }, () => [0x0a, 0]).flat()), 'tooManyLayers'],
		[
			'keeps weights in a folder above',
			() => model(tensor(number(1, 4), number(2, 1), number(14, 1), part(13, [...text(1, 'location'), ...text(2, '../secret')]))),
			'external',
		],
		['nests groups', () => Uint8Array.from(Array.from({ length: 100_000 }, () => 0x0b)), 'damaged'],
		['is no ONNX at all', () => strToU8('not ONNX at all'), 'damaged'],
	])('ends with a message where it %s', async (_what, bytes, problem) => {
		const path = join(folder, 'hostile.onnx');
		await writeFile(path, bytes());
		await expect(importFile(path)).rejects.toMatchObject({ userMessage: { id: `importing.problem.${problem}` } });
	});
});
