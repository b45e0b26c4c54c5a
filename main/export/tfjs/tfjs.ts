import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { message } from '#shared/text/message.ts';
import type { Exporter, ExportModel, ProofInputs, ReadTools } from '../exporter.ts';
import { type Obstacle, obstacleAt } from '../obstacle.ts';
import { findUnwritable, layersModelOf } from './layersModel.ts';

const MODEL_FILE = 'model.json';
/** Browsers cache files of this size well; the same as TensorFlow's own converter. */
const SHARD_BYTES = 4 * 1024 * 1024;

/** The layers model of TensorFlow.js: `model.json` and its weights in shards, read by `tf.loadLayersModel`. */
export const tfjsExporter: Exporter = {
	name: 'tfjs',
	purpose: 'browser',
	title: message('exporting.tfjs.title'),
	summary: message('exporting.tfjs.summary'),
	description: message('exporting.tfjs.description'),
	files: [MODEL_FILE, 'group1-shard1of1.bin'],
	usage: message('exporting.tfjs.usage'),

	findObstacle({ plan }: ExportModel): Obstacle | null {
		const op = findUnwritable(plan);
		return op ? obstacleAt(plan, op, tfjsExporter.title) : null;
	},

	async write({ plan, weights }: ExportModel, folder: string, signal?: AbortSignal): Promise<readonly string[]> {
		const { topology, specs, bytes } = layersModelOf(plan, weights);
		const shards = Math.max(1, Math.ceil(bytes.length / SHARD_BYTES));
		const paths = Array.from({ length: shards }, (_, shard) => `group1-shard${shard + 1}of${shards}.bin`);
		for (const [shard, path] of paths.entries()) {
			await writeFile(join(folder, path), bytes.subarray(shard * SHARD_BYTES, (shard + 1) * SHARD_BYTES), signal ? { signal } : {});
		}
		const json = {
			format: 'layers-model',
			generatedBy: 'Layerloom',
			convertedBy: null,
			modelTopology: topology,
			weightsManifest: [{ paths, weights: specs }],
		};
		await writeFile(join(folder, MODEL_FILE), JSON.stringify(json), signal ? { signal } : {});
		return [MODEL_FILE, ...paths];
	},

	async readBack(folder: string, { images, count }: ProofInputs, { signal }: ReadTools): Promise<Float32Array> {
		const { files, shape } = await readFiles(folder);
		// Loaded when it is wanted: the library takes a moment, and a program that exports nothing does without it.
		const { answerWithLayersModel } = await import('#main/engine/readLayersModel.ts');
		return answerWithLayersModel(files, images, count, shape, signal);
	},

	async readBackInside(folder: string, { images, count }: ProofInputs, { signal }: ReadTools) {
		const { files, shape } = await readFiles(folder);
		const { valuesInsideLayersModel } = await import('#main/engine/readLayersModel.ts');
		return valuesInsideLayersModel(files, images, count, shape, signal);
	},
};

async function readFiles(folder: string) {
	const json: unknown = JSON.parse(await readFile(join(folder, MODEL_FILE), 'utf8'));
	const { modelTopology, weightsManifest } = writtenSchema.parse(json);
	const parts = await Promise.all(weightsManifest.flatMap((group) => group.paths.map((path) => readFile(join(folder, path)))));
	const input = modelTopology.model_config.config.layers.find((layer) => layer.class_name === 'InputLayer');
	const shape = z.array(z.int()).parse(input?.config.batch_input_shape?.slice(1));
	return { files: { json, weights: Buffer.concat(parts) }, shape };
}

const writtenSchema = z.object({
	modelTopology: z.object({
		model_config: z.object({
			config: z.object({
				layers: z.array(
					z.object({ class_name: z.string(), config: z.object({ batch_input_shape: z.array(z.int().nullable()).optional() }) }),
				),
			}),
		}),
	}),
	weightsManifest: z.array(z.object({ paths: z.array(z.string()) })),
});
