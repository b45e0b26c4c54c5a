import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { DocumentFiles } from '#main/documents/documentFiles.ts';
import { WeightsStore } from '#main/documents/weightsStore.ts';
import { createTraining } from '#main/train/training.ts';
import { findTemplate } from '#shared/templates/templates.ts';

/** Networks that the app brings trained, by the app itself on the bundled pictures: a template and how long it learns. */
const BACKBONES = [
	{ name: 'digits', template: 'lenet-5', epochs: 8 },
	{ name: 'photographs', template: 'mini-resnet', epochs: 14 },
] as const;

const here = dirname(fileURLToPath(import.meta.url));
const assetsFolder = join(here, '..', '..', 'assets');

// `npm run backbones` writes assets/backbones anew: the document with its weights, and the record of the run that they come from.
for (const { name, template: templateName, epochs } of BACKBONES) {
	const dataFolder = await mkdtemp(join(tmpdir(), 'layerloom-backbone-'));
	const training = createTraining({ dataFolder, assetsFolder, workerFile: join(here, 'worker.mjs'), version: '0.1.0' });
	try {
		const template = findTemplate(templateName);
		if (!template) throw new Error(`no template ${templateName}`);
		const built = template.build(`backbone-${name}`);
		const document = { ...built, training: { ...built.training, epochs, schedule: 'cosine' as const } };
		const run = await training.start(document, null);
		for await (const event of training.events(run)) {
			if (event.kind === 'epoch')
				console.log(`${name}: epoch ${event.result.epoch + 1}: ${event.result.validation?.accuracy ?? event.result.train.accuracy}`);
			if (event.kind === 'ended' && event.status !== 'finished') throw new Error(JSON.stringify(event.reason));
		}
		const folder = join(assetsFolder, 'backbones', name);
		await rm(folder, { recursive: true, force: true });
		await mkdir(folder, { recursive: true });
		const files = new DocumentFiles(undefined, undefined, new WeightsStore(join(dataFolder, 'weights')));
		await files.save(join(folder, 'network.loom.json'), { ...document, weights: await training.takeWeights(run) }, true);
		// The machine's place, name and process are nobody's business; what repeats the run is all there.
		const record = z.record(z.string(), z.unknown()).parse(JSON.parse(await readFile(join(dataFolder, 'runs', run, 'run.json'), 'utf8')));
		const { owner, ...kept } = record;
		await writeFile(join(folder, 'run.json'), `${JSON.stringify(kept, null, '\t')}\n`);
		console.log(`${name}: ${(await training.evaluate(run)).accuracy} of the test pictures`);
	} finally {
		await training.close();
		await rm(dataFolder, { recursive: true, force: true });
	}
}
