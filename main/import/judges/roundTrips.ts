import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildPlan } from '#shared/plan/buildPlan.ts';
import { startWeights } from '#shared/plan/startWeights.ts';
import { countValues } from '#shared/tensor/shape.ts';
import type { Engine } from '../../engine/engine.ts';
import { pickEngine } from '../../engine/pickEngine.ts';
import { exporters } from '../../export/exporters.ts';
import type { ExportCase } from '../../export/judges/cases.ts';
import { exportCases, largeCases } from '../../export/judges/cases.ts';
import { Problem } from '../../problem.ts';
import { words } from '../../words.ts';
import { importFile } from '../importFile.ts';

/** The file of an export that is opened again, by the export's name. */
export const fileOf: Readonly<Record<string, string>> = { keras: 'model.keras', h5: 'model.h5', onnx: 'model.onnx', tfjs: 'model.json' };
const COUNT = 2;

export interface RoundTrip {
	readonly name: string;
	readonly target: string;
	/** Largest difference; `null` where it was refused or not read back whole. */
	readonly difference: number | null;
	readonly reason: string | null;
}

/** Writes a network in a format, opens the file again as a document, and compares what both answer. */
export async function roundTrip({ name, model }: ExportCase, target: string, engine: Engine): Promise<RoundTrip> {
	const exporter = exporters.find((candidate) => candidate.name === target);
	if (!exporter) throw new Error(`no export called ${target}`);
	const failed = (reason: string): RoundTrip => ({ name, target, difference: null, reason });
	const obstacle = exporter.findObstacle(model);
	if (obstacle) return failed(`refused: ${words.text(obstacle)}`);
	const folder = await mkdtemp(join(tmpdir(), 'layerloom-round-trip-'));
	try {
		await exporter.write(model, folder);
		const { document, weights, placeholders } = await importFile(join(folder, fileOf[target] ?? ''));
		if (placeholders.length > 0) return failed(placeholders.map(({ reason }) => words.text(reason)).join(' '));
		const planned = buildPlan(document, { dataset: null, answersOnly: true });
		if (!planned.ok) return failed(planned.problem.map(({ title }) => words.text(title)).join(' '));
		const started = startWeights(planned.value, weights);
		if (started.fresh.length > 0) return failed(`without weights: ${started.fresh.join(', ')}`);
		const size = countValues(model.plan.inputShape);
		const images = Float32Array.from({ length: COUNT * size }, (_, at) => ((at * 37) % 101) / 101);
		const before = await engine.createModel(model.plan, model.weights, model.plan.document.training);
		const after = await engine.createModel(planned.value, started.weights, { ...document.training, loss: 'mse' });
		const [expected, answers] = [await before.predict(images, COUNT), await after.predict(images, COUNT)];
		before.dispose();
		after.dispose();
		if (expected.length !== answers.length) return failed(`${answers.length} numbers, expected ${expected.length}`);
		return {
			name,
			target,
			difference: Math.max(...expected.map((value, at) => Math.abs(value - (answers[at] ?? Number.NaN)))),
			reason: null,
		};
	} catch (error) {
		if (error instanceof Problem) return failed(words.text(error.userMessage));
		throw error;
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

/** Every case in every format that is opened again, one JSON line each. */
export async function writeRoundTrips(print: (line: string) => void, isLarge: boolean): Promise<void> {
	const { engine } = await pickEngine(null);
	if (!engine) throw new Error('no engine computes here');
	for (const own of [...exportCases(), ...(isLarge ? largeCases() : [])]) {
		for (const target of Object.keys(fileOf)) print(JSON.stringify(await roundTrip(own, target, engine)));
	}
}
