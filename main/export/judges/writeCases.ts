import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pickEngine } from '../../engine/pickEngine.ts';
import { words } from '../../words.ts';
import { exporters } from '../exporters.ts';
import { exportCases, largeCases } from './cases.ts';

const COUNT = 3;

/**
 * Writes every case in every format, with inputs and our own engine's answers beside it, for other programs to judge:
 * `cases.json`, and per case `inputs.bin` and `expected.bin`, 32-bit floats, channels last.
 */
async function writeCases(folder: string, targets: readonly string[]): Promise<void> {
	const { engine } = await pickEngine(null);
	if (!engine) throw new Error('no engine computes here');
	const written: unknown[] = [];
	for (const [number, { name, model }] of [...exportCases(), ...largeCases()].entries()) {
		const { inputShape, outputShape } = model.plan;
		const size = inputShape.reduce((product, dim) => product * dim, 1);
		const images = Float32Array.from({ length: COUNT * size }, (_, at) => ((at * 37 + number) % 101) / 101);
		const built = await engine.createModel(model.plan, model.weights, model.plan.document.training);
		const expected = await built.predict(images, COUNT);
		built.dispose();
		const place = join(folder, String(number));
		await mkdir(place, { recursive: true });
		await writeFile(join(place, 'inputs.bin'), images);
		await writeFile(join(place, 'expected.bin'), expected);
		for (const exporter of exporters.filter((candidate) => targets.includes(candidate.name))) {
			const obstacle = exporter.findObstacle(model);
			const own = join(place, exporter.name);
			await mkdir(own);
			const files = obstacle ? [] : await exporter.write(model, own);
			written.push({
				name,
				target: exporter.name,
				refusal: obstacle ? words.text(obstacle) : null,
				folder: place,
				files: files.map((file) => join(own, file)),
				inputShape: [COUNT, ...inputShape],
				outputShape: [COUNT, ...outputShape],
			});
		}
	}
	await writeFile(join(folder, 'cases.json'), JSON.stringify(written));
}

const [folder, ...targets] = process.argv.slice(2);
if (folder === undefined) throw new Error('expected a folder and the names of targets');
await writeCases(folder, targets);
