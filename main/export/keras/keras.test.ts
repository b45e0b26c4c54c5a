import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { lenet5 } from '#shared/templates/lenet.ts';
import { h5Exporter } from '../h5/h5.ts';
import { trainedModel } from '../testModel.ts';
import { kerasExporter } from './keras.ts';
import { orderLayers } from './layerOrder.ts';
import { weightPaths } from './weightPaths.ts';

let folder = '';
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'layerloom-keras-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe.each([kerasExporter, h5Exporter])('the file of $name', (exporter) => {
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
