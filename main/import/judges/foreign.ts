import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { buildPlan } from '#shared/plan/buildPlan.ts';
import { startWeights } from '#shared/plan/startWeights.ts';
import type { Engine } from '../../engine/engine.ts';
import { readNpy } from '../../npy.ts';
import { Problem } from '../../problem.ts';
import { words } from '../../words.ts';
import { modelEndings } from '../endings.ts';
import { importFile } from '../importFile.ts';

/** What became of a model that another program wrote. */
export interface ForeignAnswer {
	readonly file: string;
	/** The largest difference, as a share of the largest answer where that is above 1; `null` where it was not wholly read. */
	readonly difference: number | null;
	/** Why not: the message of a refusal, or of the layers that are not known here. */
	readonly reason: string | null;
}

/** Opens a model and compares its answers with those that the program gave which wrote it: `NAME.x.npy`, `NAME.y.npy` beside it. */
export async function askForeign(path: string, engine: Engine): Promise<ForeignAnswer> {
	const file = basename(path);
	const stem = path.slice(0, -extname(path).length);
	const failed = (reason: string): ForeignAnswer => ({ file, difference: null, reason });
	try {
		const { document, weights, placeholders } = await importFile(path);
		if (placeholders.length > 0) return failed([...new Set(placeholders.map(({ reason }) => words.text(reason)))].join(' '));
		const planned = buildPlan(document, { dataset: null, answersOnly: true });
		if (!planned.ok) return failed(planned.problem.map(({ title }) => words.text(title)).join(' '));
		const own = startWeights(planned.value, weights);
		if (own.fresh.length > 0) return failed(`without weights: ${own.fresh.join(', ')}`);
		const [inputs, expected] = await Promise.all(['x', 'y'].map(async (part) => readNpy(await readFile(`${stem}.${part}.npy`))));
		if (!inputs || !expected) throw new Error('samples');
		const model = await engine.createModel(planned.value, own.weights, { ...document.training, loss: 'mse' });
		const answers = await model.predict(inputs.values, inputs.shape[0] ?? 0);
		model.dispose();
		if (answers.length !== expected.values.length) return failed(`${answers.length} numbers, expected ${expected.values.length}`);
		const largest = expected.values.reduce((most, value) => Math.max(most, Math.abs(value)), 1);
		const difference = answers.reduce((most, value, at) => Math.max(most, Math.abs(value - (expected.values[at] ?? Number.NaN))), 0);
		return { file, difference: difference / largest, reason: null };
	} catch (error) {
		if (error instanceof Problem) return failed(words.text(error.userMessage));
		throw error;
	}
}

/** Every model of a folder that has samples beside it. */
export async function foreignModels(folder: string): Promise<readonly string[]> {
	const names = (await readdir(folder)).filter((name) => modelEndings.includes(extname(name))).sort();
	return names.filter((name) => existsSync(join(folder, `${basename(name, extname(name))}.y.npy`))).map((name) => join(folder, name));
}
