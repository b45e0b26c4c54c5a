import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { GraphDocument } from '#shared/graph/document.ts';
import { message } from '#shared/text/message.ts';
import { Problem } from '../problem.ts';
import { DocumentFiles } from './documentFiles.ts';
import type { WeightsStore } from './weightsStore.ts';

/** A network that the app brings trained. */
export interface Backbone {
	readonly name: string;
	/** The template that it was made from. */
	readonly document: GraphDocument;
	readonly weights: number;
	readonly classes: readonly string[];
	/** Share of the test pictures that it gets right. */
	readonly accuracy: number | null;
}

const NETWORK = 'network.loom.json';
const NAME = /^[a-z0-9-]+$/;
const PREFIX = 'backbone:';
const recordSchema = z.object({
	weights: z.int(),
	dataset: z.object({ classes: z.array(z.string()) }),
	evaluation: z.object({ accuracy: z.number() }).nullable(),
});

/** The name in `backbone:NAME`; `null` where it is something else. */
export function backboneNameOf(given: string): string | null {
	return given.startsWith(PREFIX) ? given.slice(PREFIX.length) : null;
}

/** The document file of a backbone. Throws a `Problem` that names the others where there is none. */
export async function backbonePath(assetsFolder: string, name: string): Promise<string> {
	const known = await backboneNames(assetsFolder);
	if (!known.includes(name)) throw new Problem(message('documents.problem.noBackbone', { name, known: known.join(', ') }));
	return join(assetsFolder, 'backbones', name, NETWORK);
}

/** Every backbone, with what its run's record says of it. */
export async function listBackbones(assetsFolder: string): Promise<readonly Backbone[]> {
	return Promise.all((await backboneNames(assetsFolder)).map((name) => read(assetsFolder, name)));
}

/** A backbone as a new document of this id, its weights taken in. */
export async function openBackbone(assetsFolder: string, name: string, store: WeightsStore, id: string): Promise<GraphDocument> {
	const path = await backbonePath(assetsFolder, name);
	const { document } = await new DocumentFiles(undefined, undefined, store).open(path);
	return { ...document, id };
}

async function backboneNames(assetsFolder: string): Promise<readonly string[]> {
	const names = await readdir(join(assetsFolder, 'backbones')).catch(() => []);
	return names.filter((name) => NAME.test(name)).sort();
}

async function read(assetsFolder: string, name: string): Promise<Backbone> {
	const folder = join(assetsFolder, 'backbones', name);
	const { document } = await new DocumentFiles().open(join(folder, NETWORK));
	const { weights, dataset, evaluation } = recordSchema.parse(JSON.parse(await readFile(join(folder, 'run.json'), 'utf8')));
	return { name, document, weights, classes: dataset.classes, accuracy: evaluation?.accuracy ?? null };
}
