import { join } from 'node:path';
import { z } from 'zod';
import { message } from '#shared/text/message.ts';
import type { Exporter, ExportModel } from '../exporter.ts';
import { answerKeras, type KerasContent, kerasFileSchema, valuesInsideKeras } from '../keras/answerKeras.ts';
import { findUnwritable, toKerasNetwork } from '../keras/kerasNetwork.ts';
import { readDataset, readHdf5, readNames, writeDataset, writeHdf5, writeNames } from '../keras/weightsFile.ts';
import { type Obstacle, obstacleAt } from '../obstacle.ts';

const MODEL_FILE = 'model.h5';
const WEIGHTS = 'model_weights';
/** The last version of the kind that the config is written for; newer ones read it too. */
const ORIGIN = { keras_version: '2.15.0', backend: 'tensorflow' };

/** Keras's form before `.keras`: one HDF5 file with the config as an attribute, read by `keras.models.load_model`. */
export const h5Exporter: Exporter = {
	name: 'h5',
	purpose: 'python',
	title: message('exporting.h5.title'),
	summary: message('exporting.h5.summary'),
	description: message('exporting.h5.description'),
	files: [MODEL_FILE],
	usage: message('exporting.h5.usage'),

	findObstacle(model: ExportModel): Obstacle | null {
		const op = findUnwritable(model);
		return op ? obstacleAt(model.plan, op, h5Exporter.title) : null;
	},

	async write(model: ExportModel, folder: string, signal?: AbortSignal): Promise<readonly string[]> {
		const network = toKerasNetwork(model);
		await writeHdf5(join(folder, MODEL_FILE), (file) => {
			for (const [name, value] of Object.entries(ORIGIN)) file.create_attribute(name, value);
			file.create_attribute('model_config', JSON.stringify(network.model));
			const weights = file.create_group(WEIGHTS);
			for (const [name, value] of Object.entries(ORIGIN)) weights.create_attribute(name, value);
			// Keras gives the weights out by place in this list.
			writeNames(
				weights,
				'layer_names',
				network.layers.map(({ name }) => name),
			);
			for (const { name: layer } of network.layers) {
				const group = weights.create_group(layer);
				const stored = network.weightsOf(layer);
				const names = stored.map(({ name }) => `${layer}/${name}:0`);
				writeNames(group, 'weight_names', names);
				if (stored.length === 0) continue;
				const inner = group.create_group(layer);
				for (const weight of stored) writeDataset(inner, `${weight.name}:0`, weight);
			}
		});
		signal?.throwIfAborted();
		return [MODEL_FILE];
	},

	readBack: async (folder, inputs, { signal }) => answerKeras(await readContent(folder), inputs, signal),
	readBackInside: async (folder, inputs, { signal }) => valuesInsideKeras(await readContent(folder), inputs, signal),
};

async function readContent(folder: string): Promise<KerasContent> {
	const { keras, weights } = await readHdf5(join(folder, MODEL_FILE), (file) => {
		const json: unknown = JSON.parse(z.string().parse(file.attrs.model_config?.value));
		const layers = readNames(file, WEIGHTS, 'layer_names');
		const read = layers.map((layer) => {
			const place = `${WEIGHTS}/${layer}`;
			return [layer, readNames(file, place, 'weight_names').map((name) => readDataset(file, `${place}/${name}`))] as const;
		});
		return { keras: kerasFileSchema.parse(json), weights: new Map(read) };
	});
	return { keras, weightsOf: (layer) => weights.get(layer) ?? [] };
}
