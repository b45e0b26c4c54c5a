import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { catalogue } from '#shared/layers/catalogue.ts';
import { loadJs } from '../engine/js/js.ts';
import { words } from '../words.ts';
import { exporters } from './exporters.ts';
import { exportCases } from './judges/cases.ts';
import { type SupportResult, supportPage } from './judges/supportTable.ts';
import { largestDifference } from './proof.ts';
import { savedModelExporter } from './savedModel/savedModel.ts';
import { findLackOfTensorFlow, readTools } from './testModel.ts';

const PAGE = fileURLToPath(new URL('../../docs/export-support.md', import.meta.url));

it('every kind is exact in every format, or refused with a reason, as docs/export-support.md says', async () => {
	const engine = await loadJs();
	const folder = await mkdtemp(join(tmpdir(), 'layerloom-support-'));
	const results: SupportResult[] = [];
	const lack = await findLackOfTensorFlow();
	if (lack !== null) console.info(`SavedModels are not read back: ${lack}`);
	try {
		for (const [number, { name, kind, model }] of exportCases().entries()) {
			// Templates are for the judges, which know the whole of what they are.
			if (name.startsWith('template')) continue;
			const images = Float32Array.from(
				{ length: model.plan.inputShape.reduce((size, dim) => size * dim, 2) },
				(_, at) => ((at * 37) % 101) / 101,
			);
			const built = await engine.createModel(model.plan, model.weights, model.plan.document.training);
			const expected = await built.predict(images, 2);
			built.dispose();
			for (const exporter of exporters.filter(({ sameLayersAs }) => sameLayersAs === undefined)) {
				const obstacle = exporter.findObstacle(model);
				if (kind !== null) results.push({ kind, name, target: exporter.name, refusal: obstacle ? words.text(obstacle) : null });
				if (obstacle) continue;
				const place = join(folder, `${number} ${exporter.name}`);
				await mkdir(place);
				const files = await exporter.write(model, place);
				expect([name, exporter.name, (await filesIn(place)).sort()]).toEqual([name, exporter.name, [...files].sort()]);
				if (exporter === savedModelExporter && lack !== null) continue;
				const difference = largestDifference(
					expected,
					await exporter.readBack(place, { images, count: 2, shape: model.plan.inputShape }, readTools),
				);
				expect([name, exporter.name, difference < 1e-5 ? 'alike' : difference]).toEqual([name, exporter.name, 'alike']);
				await rm(place, { recursive: true });
			}
		}
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
	const kinds = new Set(results.map(({ kind }) => kind));
	expect(catalogue.filter(({ kind, endpoint }) => endpoint === undefined && !kinds.has(kind))).toEqual([]);
	await expect(supportPage(exporters, results)).toMatchFileSnapshot(PAGE);
}, 240_000);

async function filesIn(folder: string): Promise<string[]> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	return entries.filter((entry) => entry.isFile()).map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}
