import { cp, mkdir, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { backboneNameOf, backbonePath } from '#main/documents/backbones.ts';
import { DocumentFiles } from '#main/documents/documentFiles.ts';
import { WeightsStore } from '#main/documents/weightsStore.ts';
import { Problem } from '#main/problem.ts';
import type { DatasetReference } from '#shared/datasets/dataset.ts';
import { message } from '#shared/text/message.ts';
import type { Program } from '../program.ts';

interface RunPlace {
	readonly run: string;
	readonly dataFolder: string;
	release(): Promise<void>;
}

/** A run by its id, or by the folder that `train --out` wrote, wherever it was copied to. */
export async function findRun(program: Program, given: string): Promise<RunPlace> {
	const folder = resolve(given);
	const isFolder = await stat(join(folder, 'run.json')).then(
		(about) => about.isFile(),
		() => false,
	);
	if (!isFolder) return { run: given, dataFolder: program.user.dataFolder, release: async () => undefined };
	const record = z.object({ id: z.string().regex(/^[0-9a-z-]+$/) }).safeParse(await readJson(join(folder, 'run.json')));
	if (!record.success) throw new Problem(message('cli.problem.notARun', { folder }));
	const dataFolder = await mkdtemp(join(tmpdir(), 'layerloom-run-'));
	const runs = join(dataFolder, 'runs');
	await mkdir(runs);
	await cp(folder, join(runs, record.data.id), { recursive: true });
	return { run: record.data.id, dataFolder, release: () => rm(dataFolder, { recursive: true, force: true }) };
}

/**
 * A network with weights, ready to be asked and exported: a run, or a document with weights beside it, which becomes a run without
 * epochs in a place of its own. `data` is tested on in place of the document's.
 */
export async function findModel(program: Program, given: string, data?: DatasetReference): Promise<RunPlace> {
	if (!isDocument(given)) return findRun(program, given);
	const dataFolder = await mkdtemp(join(tmpdir(), 'layerloom-document-'));
	const release = () => rm(dataFolder, { recursive: true, force: true });
	const training = program.openTraining({ dataFolder });
	try {
		const backbone = backboneNameOf(given);
		const place = backbone === null ? given : await backbonePath(program.product.assetsFolder, backbone);
		const { document, path } = await new DocumentFiles().open(place);
		await new WeightsStore(join(dataFolder, 'weights')).takeIn(path, document);
		const run = await training.adopt(data ? { ...document, dataset: data } : document);
		return { run, dataFolder, release };
	} catch (error) {
		await release();
		throw error;
	} finally {
		await training.close();
	}
}

/** A path of a document, or `backbone:NAME`; a run is named by its id or its folder. */
export function isDocument(given: string): boolean {
	return backboneNameOf(given) !== null || (given.endsWith('.json') && !given.endsWith('run.json'));
}

async function readJson(file: string): Promise<unknown> {
	try {
		return JSON.parse(await readFile(file, 'utf8'));
	} catch {
		return null;
	}
}
