import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeSavedModel } from '#main/engine/compiled/proto/savedModel.ts';
import { lenet5 } from '#shared/templates/lenet.ts';
import { miniResnet } from '#shared/templates/residual.ts';
import { countValues } from '#shared/tensor/shape.ts';
import { OutputFolder } from '../outputFolder.ts';
import { findLackOfTensorFlow, readTools, trainedModel } from '../testModel.ts';
import { savedModelExporter } from './savedModel.ts';

const lack = await findLackOfTensorFlow();
if (lack !== null) console.info(`Skipped: TensorFlow's library is missing: ${lack}`);

let folder = '';
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'layerloom-saved-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a SavedModel', () => {
	it('holds what answering needs and nothing of training', async () => {
		const place = join(folder, 'lenet');
		await mkdir(place);
		const model = trainedModel(lenet5.build());
		const files = await savedModelExporter.write(model, place);
		expect(files).toEqual(['saved_model.pb', 'variables/variables.index', 'variables/variables.data-00000-of-00001']);
		const { nodes, signatures } = decodeSavedModel(await readFile(join(place, 'saved_model.pb')));
		expect(Object.keys(signatures)).toEqual(['serving_default']);
		expect(nodes.filter(({ op }) => op === 'VarHandleOp').map(({ name }) => name)).toEqual(model.weights.map(({ name }) => name));
		// Input, weights with their reading and setting, saving with its names, and the layers' own.
		expect(new Set(nodes.map(({ name }) => name.split('/')[0]))).toEqual(
			new Set(['images', 'outputs', 'save', ...model.plan.ops.filter(({ kind }) => kind !== 'input').map(({ name }) => name)]),
		);
		const data = await readFile(join(place, 'variables', 'variables.data-00000-of-00001'));
		expect(data.byteLength).toBe(4 * model.plan.weightCount);
	});

	it('is refused with the name of the node where a layer has no ops', () => {
		const model = trainedModel(lenet5.build());
		const ops = model.plan.ops.map((op) => (op.name === 'conv_2' ? { ...op, config: { ...op.config, activation: 'exotic' } } : op));
		expect(savedModelExporter.findObstacle(model)).toBeNull();
		expect(savedModelExporter.findObstacle({ ...model, plan: { ...model.plan, ops } })?.values).toMatchObject({ node: 'conv 2' });
	});

	it.skipIf(lack !== null)('shows what every layer gives', async () => {
		const place = join(folder, 'resnet');
		await mkdir(place);
		const model = trainedModel(miniResnet.build());
		await savedModelExporter.write(model, place);
		const { inputShape, ops } = model.plan;
		const images = Float32Array.from({ length: countValues(inputShape) }, (_, at) => (at % 7) / 7);
		const inside = await savedModelExporter.readBackInside?.(place, { images, count: 1, shape: inputShape }, readTools);
		const sizes = ops.filter(({ kind }) => kind !== 'input').map(({ name, outputShape }) => [name, countValues(outputShape)]);
		expect(sizes.map(([name]) => [name, inside?.get(String(name))?.length])).toEqual(sizes);
	});

	it.skipIf(lack !== null)('is not opened where a byte of the weights is another', async () => {
		const place = join(folder, 'damaged');
		await mkdir(place);
		const model = trainedModel(lenet5.build());
		const [, , data = ''] = await savedModelExporter.write(model, place);
		const bytes = await readFile(join(place, data));
		bytes[100] = (bytes[100] ?? 0) ^ 1;
		await writeFile(join(place, data), bytes);
		const inputs = { images: new Float32Array(28 * 28), count: 1, shape: [28, 28, 1] };
		await expect(savedModelExporter.readBack(place, inputs, readTools)).rejects.toThrow('Checksum does not match');
	});

	it('gives way to the next one whole, with the folder inside', async () => {
		const place = join(folder, 'twice', 'out');
		for (const isAgain of [false, true]) {
			const output = await OutputFolder.prepare(place, isAgain);
			const files = await savedModelExporter.write(trainedModel(lenet5.build()), output.workFolder);
			await writeFile(join(output.workFolder, 'parity.json'), JSON.stringify({ files }));
			await output.publish([...files, 'parity.json']);
		}
		expect(await readdir(join(folder, 'twice'))).toEqual(['out']);
	});
});
