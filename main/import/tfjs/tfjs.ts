import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { z } from 'zod';
import { message } from '#shared/text/message.ts';
import { Problem } from '../../problem.ts';
import { unpackZip } from '../archive.ts';
import type { ImportedNetwork, ImportedTensor, Importer } from '../importer.ts';
import { flattenKeras } from '../keras/flatten.ts';
import { type TranslatedCall, toNetwork, translateCalls } from '../keras/network.ts';
import { assertFileSize, LIMITS, ValueBudget } from '../limits.ts';
import { manifestSchema, readManifest } from './weights.ts';

const MODEL_FILE = 'model.json';
const modelSchema = z.object({
	format: z.string().optional(),
	modelTopology: z.record(z.string(), z.unknown()),
	weightsManifest: manifestSchema.default([]),
});

/** The layers model of TensorFlow.js: `model.json` with its shards beside it, or all of them in a zip. */
export const tfjsImporter: Importer = {
	name: 'tfjs',
	title: message('importing.tfjs.title'),
	endings: ['.json', '.zip'],

	async read(path, signal): Promise<ImportedNetwork> {
		const name = basename(path);
		const isZip = extname(path).toLowerCase() === '.zip';
		const { model, readShard } = isZip ? await openZip(path, name, signal) : await openFolder(path, name, signal);
		return toLayers(model, readShard);
	},
};

interface OpenModel {
	readonly model: z.infer<typeof modelSchema>;
	readonly readShard: (path: string) => Promise<Uint8Array>;
}

async function openFolder(path: string, name: string, signal?: AbortSignal): Promise<OpenModel> {
	assertFileSize(name, (await stat(path)).size, LIMITS.description);
	return {
		model: parseModel(await readFile(path, { encoding: 'utf8', signal })),
		readShard: async (shard) => {
			const place = join(dirname(path), plainName(shard));
			const about = await stat(place).catch((error: unknown) => {
				throw new Problem(message('importing.problem.external', { file: shard }), { cause: error });
			});
			assertFileSize(shard, about.size);
			return readFile(place, { signal });
		},
	};
}

async function openZip(path: string, name: string, signal?: AbortSignal): Promise<OpenModel> {
	const entries = unpackZip(name, await readFile(path, { signal }), (entry) => {
		if (entry.endsWith('.json')) return { limit: LIMITS.description };
		return entry.endsWith('.bin') ? { limit: LIMITS.file } : null;
	});
	const json = entries.get(MODEL_FILE);
	if (!json) throw new Problem(message('importing.problem.noModelInZip', { name }));
	return {
		model: parseModel(Buffer.from(json).toString('utf8')),
		readShard: async (shard) => {
			const bytes = entries.get(plainName(shard));
			if (!bytes) throw new Problem(message('importing.problem.external', { file: shard }));
			return bytes;
		},
	};
}

/** A name in the same folder; a path could lead to any file of the machine. */
function plainName(path: string): string {
	if (path !== basename(path) || path.includes('\\') || path.startsWith('.'))
		throw new Problem(message('importing.problem.external', { file: path }));
	return path;
}

function parseModel(text: string): z.infer<typeof modelSchema> {
	const json: unknown = JSON.parse(text);
	const format = z.object({ format: z.string() }).safeParse(json).data?.format;
	if (format === 'graph-model') throw new Problem(message('importing.problem.graphModel'));
	if (format === 'layerloom') throw new Problem(message('importing.problem.ownDocument'));
	return modelSchema.parse(json);
}

async function toLayers(
	{ modelTopology, weightsManifest }: z.infer<typeof modelSchema>,
	readShard: OpenModel['readShard'],
): Promise<ImportedNetwork> {
	const flat = flattenKeras('model_config' in modelTopology ? modelTopology.model_config : modelTopology);
	const calls = translateCalls(flat, { countsFromCorner: true, steepHardSigmoid: true });
	const tensors = await readManifest(weightsManifest, readShard, new ValueBudget());
	return toNetwork(flat, calls, weightsByName(tensors));
}

/** Weights are named `layer/weight`, with the models around the layer in front where the program that wrote them says so. */
function weightsByName(tensors: ReadonlyMap<string, ImportedTensor>): (call: TranslatedCall) => readonly ImportedTensor[] {
	const byLayer = new Map<string, ImportedTensor[]>();
	for (const [name, tensor] of tensors) {
		const layer = name.slice(0, Math.max(0, name.lastIndexOf('/')));
		byLayer.set(layer, [...(byLayer.get(layer) ?? []), tensor]);
	}
	return ({ path }) => {
		for (let from = 0; from < path.length; from++) {
			const end = path.slice(from).join('/');
			const found = byLayer.get(end) ?? [...byLayer].find(([layer]) => layer.endsWith(`/${end}`))?.[1];
			if (found) return found;
		}
		return [];
	};
}
