import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InferenceSession } from 'onnxruntime-node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lenet5 } from '#shared/templates/lenet.ts';
import { type NetworkBuilder, networkBuilder } from '#shared/templates/networkBuilder.ts';
import { allConvolutional } from '#shared/templates/plain.ts';
import { miniMobilenet, miniResnet } from '#shared/templates/residual.ts';
import { miniVgg } from '#shared/templates/teaching.ts';
import { countValues } from '#shared/tensor/shape.ts';
import type { ExportModel } from '../exporter.ts';
import { readTools, trainedModel } from '../testModel.ts';
import { buildGraph } from './graph.ts';
import { onnxExporter } from './onnx.ts';

let folder = '';
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'layerloom-onnx-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const operatorsOf = (model: ExportModel) => buildGraph(model).node.map(({ opType }) => opType);

describe('the graph', () => {
	it('of LeNet-5 is what a person would draw, with the names of the document', () => {
		const graph = buildGraph(trainedModel(lenet5.build()));
		expect(graph.node.map(({ name, opType }) => `${name}: ${opType}`)).toEqual([
			'conv_1/Conv: Conv',
			'conv_1: Relu',
			'pool_1: MaxPool',
			'conv_2/Conv: Conv',
			'conv_2: Relu',
			'pool_2: MaxPool',
			'flatten: Flatten',
			'dense_1/Gemm: Gemm',
			'dense_1: Relu',
			'dense_2/Gemm: Gemm',
			'dense_2: Relu',
			'output/Gemm: Gemm',
			'output: Softmax',
		]);
		expect(graph.input).toEqual([{ name: 'input', shape: [1, 28, 28] }]);
		expect(graph.output).toEqual([{ name: 'output', shape: [10] }]);
		expect(graph.valueInfo.find(({ name }) => name === 'pool_2')).toEqual({ name: 'pool_2', shape: [16, 5, 5] });
		// Filters first, channels before rows and columns; one row of a dense kernel per unit.
		const sizes = Object.fromEntries(graph.initializer.map(({ name, dims }) => [name, dims]));
		expect([sizes['conv_2/kernel'], sizes['dense_1/kernel']]).toEqual([
			[16, 6, 5, 5],
			[120, 400],
		]);
	});

	it.each([
		['a residual network', miniResnet],
		['separable convolutions', miniMobilenet],
		['a network without dense layers', allConvolutional],
	])('of %s turns nothing about', (_name, template) => {
		expect(operatorsOf(trainedModel(template.build()))).not.toContain('Transpose');
	});

	it('turns a map about before it is put in a row where the order shows, and not where dense weights can follow', () => {
		const build = (fill: (net: NetworkBuilder) => void) => {
			const net = networkBuilder({ id: 'case', name: 'flat', dataset: null });
			net.layer('input', { height: 4, width: 3, channels: 2 });
			fill(net);
			net.layer('output', { units: 3 });
			return operatorsOf(trainedModel(net.build()));
		};
		const flattened = build((net) => void net.layer('flatten'));
		expect(flattened).toEqual(['Flatten', 'Gemm', 'Softmax']);
		const reshaped = build((net) => {
			net.layer('flatten');
			net.layer('reshape', { targetShape: [24] });
		});
		expect(reshaped).toEqual(['Transpose', 'Flatten', 'Reshape', 'Gemm', 'Softmax']);
	});

	it('leaves out what does nothing once a network is trained', () => {
		expect(operatorsOf(trainedModel(miniVgg.build()))).not.toContain('Dropout');
	});
});

describe('the ONNX file', () => {
	it('is the same file for the same network, and tells classes and preparation', async () => {
		const model = trainedModel(lenet5.build());
		const bytes: Buffer[] = [];
		for (const copy of ['first', 'second']) {
			const place = join(folder, copy);
			await mkdir(place);
			await onnxExporter.write(model, place);
			bytes.push(await readFile(join(place, 'model.onnx')));
		}
		expect(bytes[0]?.equals(bytes[1] ?? Buffer.of())).toBe(true);
		expect(bytes[0]?.includes(JSON.stringify(model.classes))).toBe(true);
		expect(bytes[0]?.includes('"order":"NCHW"')).toBe(true);
	});

	it('takes any number of pictures, channels first', async () => {
		const session = await InferenceSession.create(join(folder, 'first', 'model.onnx'));
		expect(session.inputMetadata).toEqual([{ name: 'input', isTensor: true, type: 'float32', shape: ['batch', 1, 28, 28] }]);
		expect(session.outputMetadata).toEqual([{ name: 'output', isTensor: true, type: 'float32', shape: ['batch', 10] }]);
		await session.release();
	});

	it('shows what every layer gives, in our order', async () => {
		const model = trainedModel(lenet5.build());
		const images = Float32Array.from({ length: 28 * 28 }, (_, at) => (at % 7) / 7);
		const inside = await onnxExporter.readBackInside?.(join(folder, 'first'), { images, count: 1, shape: [28, 28, 1] }, readTools);
		const sizes = model.plan.ops.filter(({ name }) => name !== 'input').map(({ name, outputShape }) => [name, countValues(outputShape)]);
		expect(sizes.map(([name]) => [name, inside?.get(String(name))?.length])).toEqual(sizes);
	});
});
