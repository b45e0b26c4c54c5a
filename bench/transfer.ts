import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { describeDataset, readSamples } from '#main/datasets/datasets.ts';
import type { Training } from '#main/services/training.ts';
import { createTraining } from '#main/train/training.ts';
import type { DatasetReference } from '#shared/datasets/dataset.ts';
import type { GraphDocument } from '#shared/graph/document.ts';
import { applyEdits } from '#shared/graph/edit.ts';
import { fineTune, replaceHead } from '#shared/graph/transfer.ts';
import { cifarSmall } from '#shared/templates/template.ts';
import { findTemplate } from '#shared/templates/templates.ts';

const ANIMALS = ['bird', 'cat', 'deer', 'dog', 'frog', 'horse'];
const VEHICLES = ['airplane', 'automobile', 'ship', 'truck'];
/** Images of each class that the new task has to learn from. */
const FEW = 20;
const EPOCHS = { base: 15, scratch: 40, head: 30, tuning: 15 } as const;
/** Steps as many as a run of 80 images can make use of. */
const SMALL_BATCH = 16;

const here = dirname(fileURLToPath(import.meta.url));
const assetsFolder = join(here, '..', '..', 'assets');
const places = { assetsFolder, cacheFolder: null };
const words = process.argv.slice(2).filter((word) => !word.startsWith('-'));
const seedText = words.find((word) => /^\d+$/.test(word)) ?? '3';
const templateName = words.find((word) => !/^\d+$/.test(word)) ?? 'mini-vgg';

/** Writes some classes of the bundled pictures as a folder: `train/<class>/n.png`, at most `most` of each, and all test pictures. */
async function writeFolder(folder: string, classes: readonly string[], most: number): Promise<DatasetReference> {
	const { classes: known } = await describeDataset(cifarSmall, places);
	for (const split of ['train', 'test'] as const) {
		const written = new Map<string, number>();
		for (let offset = 0, total = 1; offset < total; offset += 200) {
			const read = await readSamples(cifarSmall, split, offset, 200, places);
			total = read.total;
			for (const { label, picture } of read.samples) {
				const name = known[label] ?? '';
				const count = written.get(name) ?? 0;
				if (!classes.includes(name) || (split === 'train' && count >= most)) continue;
				written.set(name, count + 1);
				const place = join(folder, split, name);
				await mkdir(place, { recursive: true });
				const raw = { width: picture.width, height: picture.height, channels: picture.channels };
				await sharp(picture.data, { raw })
					.png()
					.toFile(join(place, `${count}.png`));
			}
		}
	}
	return { kind: 'folder', path: folder, size: null };
}

async function train(training: Training, document: GraphDocument): Promise<string> {
	const run = await training.start(document, null);
	for await (const event of training.events(run)) {
		if (event.kind === 'ended' && event.status !== 'finished') throw new Error(`the run ended: ${JSON.stringify(event.reason)}`);
	}
	return run;
}

async function accuracyOf(training: Training, run: string): Promise<number> {
	return (await training.evaluate(run)).accuracy;
}

/** A network of the template for so many classes, without marks, on the given pictures. */
function network(dataset: DatasetReference, classes: number, epochs: number, seed: number): GraphDocument {
	const template = findTemplate(templateName);
	if (!template) throw new Error(`no template ${templateName}`);
	const document = template.build('transfer');
	const output = document.nodes.at(-1);
	return applyEdits({ ...document, dataset, seed }, [
		{ kind: 'setConfig', node: output?.id ?? '', config: { units: classes } },
		{ kind: 'setTraining', training: { epochs } },
	]);
}

const folder = await mkdtemp(join(tmpdir(), 'layerloom-transfer-'));
const training = createTraining({ dataFolder: join(folder, 'data'), assetsFolder, workerFile: join(here, 'worker.mjs'), version: 'bench' });
try {
	const animals = await writeFolder(join(folder, 'animals'), ANIMALS, Number.POSITIVE_INFINITY);
	const vehicles = await writeFolder(join(folder, 'vehicles'), VEHICLES, FEW);
	const base = await train(training, network(animals, ANIMALS.length, EPOCHS.base, 1));
	console.log(`base, ${ANIMALS.length} animals: ${(await accuracyOf(training, base)).toFixed(3)} right`);
	const weights = await training.takeWeights(base);
	const results: { readonly seed: number; readonly scratch: number; readonly head: number; readonly tuned: number }[] = [];
	for (let seed = 1; seed <= Number(seedText); seed++) {
		const small = { batchSize: SMALL_BATCH, validationShare: 0 } as const;
		const plain = network(vehicles, VEHICLES.length, EPOCHS.scratch, seed);
		const scratch = await train(training, applyEdits(plain, [{ kind: 'setTraining', training: small }]));
		const start = network(vehicles, ANIMALS.length, EPOCHS.head, seed);
		const headed = replaceHead(start, VEHICLES.length, weights);
		if (typeof headed === 'string') throw new Error(headed);
		const headDocument = applyEdits(start, [...headed, { kind: 'setTraining', training: small }]);
		const head = await train(training, headDocument);
		const tuning = fineTune(headDocument, await training.takeWeights(head));
		const tuned = await train(
			training,
			applyEdits(headDocument, [...tuning, { kind: 'setTraining', training: { epochs: EPOCHS.tuning } }]),
		);
		const result = {
			seed,
			scratch: await accuracyOf(training, scratch),
			head: await accuracyOf(training, head),
			tuned: await accuracyOf(training, tuned),
		};
		results.push(result);
		console.log(
			`seed ${seed}: from scratch ${result.scratch.toFixed(3)}, head ${result.head.toFixed(3)}, tuned ${result.tuned.toFixed(3)}`,
		);
	}
	const mean = (of: 'scratch' | 'head' | 'tuned') => results.reduce((sum, result) => sum + result[of], 0) / results.length;
	console.log(`mean: from scratch ${mean('scratch').toFixed(3)}, head ${mean('head').toFixed(3)}, tuned ${mean('tuned').toFixed(3)}`);
} finally {
	await training.close();
	await rm(folder, { recursive: true, force: true });
}
