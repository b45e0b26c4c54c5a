import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { message } from '#shared/text/message.ts';
import type { Exporter, ExportModel } from '../exporter.ts';
import { type Obstacle, obstacleAt } from '../obstacle.ts';
import { answerKeras, type KerasContent, kerasFileSchema, valuesInsideKeras } from './answerKeras.ts';
import { toKeras3Config } from './config.ts';
import { findUnwritable, toKerasNetwork } from './kerasNetwork.ts';
import { weightPaths } from './weightPaths.ts';
import { createGroups, readDataset, readHdf5, writeDataset, writeHdf5 } from './weightsFile.ts';

const MODEL_FILE = 'model.keras';
const CONFIG = 'config.json';
const WEIGHTS = 'model.weights.h5';
/** The first version that reads the format. */
const KERAS_VERSION = '3.0.0';
/** The earliest moment that a zip can name, so that the same network gives the same file. */
const NO_TIME = new Date(1980, 0, 1);

/** Keras 3's own file: a zip of the config and the weights, read by `keras.saving.load_model`. */
export const kerasExporter: Exporter = {
	name: 'keras',
	purpose: 'python',
	title: message('exporting.keras.title'),
	summary: message('exporting.keras.summary'),
	description: message('exporting.keras.description'),
	files: [MODEL_FILE],
	usage: message('exporting.keras.usage'),

	findObstacle(model: ExportModel): Obstacle | null {
		const op = findUnwritable(model);
		return op ? obstacleAt(model.plan, op, kerasExporter.title) : null;
	},

	async write(model: ExportModel, folder: string, signal?: AbortSignal): Promise<readonly string[]> {
		const network = toKerasNetwork(model);
		const paths = weightPaths(network.layers);
		const weights = await inScratchFolder(folder, async (path) => {
			await writeHdf5(path, (file) => {
				for (const [layer, place] of paths) {
					const group = createGroups(file, place);
					group.create_attribute('name', layer);
					for (const [index, weight] of network.weightsOf(layer).entries()) writeDataset(group, String(index), weight);
				}
				file.create_group('vars').create_attribute('name', network.model.config.name);
			});
			return readFile(path);
		});
		signal?.throwIfAborted();
		const files = {
			'metadata.json': strToU8(JSON.stringify({ keras_version: KERAS_VERSION })),
			[CONFIG]: strToU8(JSON.stringify(toKeras3Config(network))),
			[WEIGHTS]: weights,
		};
		// Keras reads weights in place, so they lie uncompressed, as it writes them.
		await writeFile(join(folder, MODEL_FILE), zipSync(files, { level: 0, mtime: NO_TIME }), signal ? { signal } : {});
		return [MODEL_FILE];
	},

	readBack: async (folder, inputs, { signal }) => answerKeras(await readContent(folder), inputs, signal),
	readBackInside: async (folder, inputs, { signal }) => valuesInsideKeras(await readContent(folder), inputs, signal),
};

async function readContent(folder: string): Promise<KerasContent> {
	const files = unzipSync(await readFile(join(folder, MODEL_FILE)));
	const { [CONFIG]: config, [WEIGHTS]: bytes } = files;
	if (!config || !bytes) throw new Error(`${MODEL_FILE} lacks ${CONFIG} or ${WEIGHTS}`);
	const json: unknown = JSON.parse(strFromU8(config));
	const keras = kerasFileSchema.parse(json);
	const paths = weightPaths(keras.config.layers);
	const weights = await inScratchFolder(folder, async (path) => {
		await writeFile(path, bytes);
		return readHdf5(path, (file) => {
			const read = [...paths].map(([layer, place]) => {
				const group = file.get(place);
				const count = group && 'keys' in group ? group.keys().length : 0;
				return [layer, Array.from({ length: count }, (_, index) => readDataset(file, `${place}/${index}`))] as const;
			});
			return new Map(read);
		});
	});
	return { keras, weightsOf: (layer) => weights.get(layer) ?? [] };
}

/** HDF5 is written and read by path: a place beside the export that is gone afterwards. */
async function inScratchFolder<T>(folder: string, use: (path: string) => Promise<T>): Promise<T> {
	const scratch = await mkdtemp(join(folder, '.weights-'));
	try {
		return await use(join(scratch, WEIGHTS));
	} finally {
		await rm(scratch, { recursive: true, force: true });
	}
}
