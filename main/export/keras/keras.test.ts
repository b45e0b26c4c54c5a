import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { loadJs } from '#main/engine/js/js.ts';
import { lenet5 } from '#shared/templates/lenet.ts';
import { h5Exporter } from '../h5/h5.ts';
import { exportCases } from '../judges/cases.ts';
import { largestDifference } from '../proof.ts';
import { trainedModel } from '../testModel.ts';
import { kerasExporter } from './keras.ts';
import { orderLayers } from './layerOrder.ts';
import { weightPaths } from './weightPaths.ts';

let folder = '';
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'layerloom-keras-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Keras has no such layer, or only one that pads less: nothing else may be refused. */
const refused: readonly string[] = ['localResponseNorm', 'maxPool2d with wide padding'];

describe.each([kerasExporter, h5Exporter])('the file of $name', (exporter) => {
	it('says the same as the network when it is read again, for every kind and its settings', async () => {
		const engine = await loadJs();
		const place = join(folder, exporter.name);
		await mkdir(place);
		for (const { name, model } of exportCases().filter((candidate) => !candidate.name.startsWith('template'))) {
			const obstacle = exporter.findObstacle(model);
			expect([name, obstacle?.id ?? null]).toEqual([name, refused.includes(name) ? 'exporting.problem.noStockLayer' : null]);
			if (obstacle) continue;
			const images = Float32Array.from(
				{ length: model.plan.inputShape.reduce((size, dim) => size * dim, 2) },
				(_, at) => ((at * 37) % 101) / 101,
			);
			const built = await engine.createModel(model.plan, model.weights, model.plan.document.training);
			const expected = await built.predict(images, 2);
			built.dispose();
			const files = await exporter.write(model, place);
			expect(await readdir(place)).toEqual(files);
			const difference = largestDifference(expected, await exporter.readBack(place, { images, count: 2 }));
			expect([name, difference < 1e-5]).toEqual([name, true]);
		}
	}, 120_000);

	it('is the same file for the same network, whenever it is written', async () => {
		const model = trainedModel(lenet5.build());
		const bytes: Buffer[] = [];
		for (const [copy, time] of [
			['first', 1e12],
			['second', 1.5e12],
		] as const) {
			vi.spyOn(Date, 'now').mockReturnValue(time);
			const place = join(folder, `${exporter.name} ${copy}`);
			await mkdir(place);
			const [file = ''] = await exporter.write(model, place);
			bytes.push(await readFile(join(place, file)));
		}
		vi.restoreAllMocks();
		expect(bytes[0]?.equals(bytes[1] ?? Buffer.of())).toBe(true);
	});
});

describe('the .keras file', () => {
	it('holds what Keras 3 writes itself', async () => {
		await kerasExporter.write(trainedModel(lenet5.build()), folder);
		const files = unzipSync(await readFile(join(folder, 'model.keras')));
		expect(Object.keys(files)).toEqual(['metadata.json', 'config.json', 'model.weights.h5']);
		const config = JSON.parse(strFromU8(files['config.json'] ?? new Uint8Array()));
		expect(config).toMatchObject({ class_name: 'Functional', registered_name: 'Functional' });
		expect(config.config.layers[1]).toMatchObject({
			module: 'keras.layers',
			class_name: 'Conv2D',
			registered_name: null,
			config: { dtype: { module: 'keras', class_name: 'DTypePolicy', config: { name: 'float32' }, registered_name: null } },
			inbound_nodes: [{ args: [{ class_name: '__keras_tensor__', config: { shape: [null, 28, 28, 1] } }], kwargs: {} }],
		});
	});
});

describe('places of weights', () => {
	it('are named by class and number, in Keras’s spelling', () => {
		const layers = ['Conv2D', 'PReLU', 'Conv2D', 'Conv2DTranspose', 'BatchNormalization'].map((class_name, at) => ({
			name: `l${at}`,
			class_name,
		}));
		expect([...weightPaths(layers).values()]).toEqual([
			'layers/conv2d/vars',
			'layers/p_re_lu/vars',
			'layers/conv2d_1/vars',
			'layers/conv2d_transpose/vars',
			'layers/batch_normalization/vars',
		]);
	});

	it('count from the layer that is furthest from the answer', () => {
		const layer = (name: string, ...feeds: readonly string[]) => ({
			name,
			class_name: 'Conv2D',
			config: {},
			inbound_nodes: [feeds.map((feed) => [feed, 0, 0, {}] as const)],
		});
		const layers = [layer('in'), layer('short', 'in'), layer('far', 'in'), layer('near', 'far'), layer('sum', 'near', 'short')];
		// Both feed the sum, which asks `near` first.
		expect(orderLayers(layers, 'sum').map(({ name }) => name)).toEqual(['in', 'far', 'near', 'short', 'sum']);
	});
});
