import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lenet5 } from '#shared/templates/lenet.ts';
import { loadTrainingData } from '../../datasets/datasets.ts';
import { exporters } from '../exporters.ts';
import { trainedModel } from '../testModel.ts';
import { trainingRules } from './trainingRules.ts';

/**
 * Writes LeNet-5 with the bundled digits in each of the formats, for real frameworks to train: `<folder>/<target>/`; and
 * `<folder>/rules.json`, rates and losses as we compute them.
 */
async function writeKits(folder: string, assetsFolder: string, targets: readonly string[]): Promise<void> {
	await writeFile(join(folder, 'rules.json'), JSON.stringify(trainingRules()));
	const model = trainedModel(lenet5.build());
	const dataset = { kind: 'bundled', name: 'digits' } as const;
	const readData = () => loadTrainingData(dataset, { assetsFolder, cacheFolder: null });
	for (const exporter of exporters.filter((candidate) => targets.includes(candidate.name))) {
		const own = join(folder, exporter.name);
		await mkdir(own, { recursive: true });
		await exporter.write({ ...model, readData }, own);
	}
}

const [folder, assets, ...targets] = process.argv.slice(2);
if (folder === undefined || assets === undefined) throw new Error('expected a folder, the folder of assets and the names of targets');
await writeKits(folder, assets, targets);
