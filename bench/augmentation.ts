import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createTraining } from '#main/train/training.ts';
import { findTemplate } from '#shared/templates/templates.ts';
import { type Augmentation, augmentationSchema } from '#shared/training/augmentation/catalogue.ts';
import { engineNameSchema } from '#shared/training/event.ts';
import { median } from './statistics.ts';

/**
 * What augmentation costs and what it brings: the mini VGG on a part of small CIFAR, trained without and with it in turns, seed by seed.
 * Speed is that of whole epochs of real runs; accuracy is that on the 1,000 test images, which nothing is fitted to.
 */
const help = `npm run bench:augmentation [-- OPTIONS]
  --seeds A,B      a pair of runs for each (1,2,3)
  --epochs N       of each run (12)
  --share X        of the 4,000 training images held back from training (0.75)
  --changes JSON   what pictures are changed by ({"flip":0.5,"shift":0.1,"cutout":0.25})
  --engine NAME    native, wasm or js (native)
  --json FILE      writes the results there as well
`;

const here = path.dirname(process.argv[1] ?? fileURLToPath(import.meta.url));
const assetsFolder = path.join(here, '..', '..', 'assets');

interface Outcome {
	readonly accuracy: number;
	readonly imagesPerSecond: number;
}

async function run(): Promise<void> {
	const { values } = parseArgs({
		options: {
			seeds: { type: 'string', default: '1,2,3' },
			epochs: { type: 'string', default: '12' },
			share: { type: 'string', default: '0.75' },
			changes: { type: 'string', default: '{"flip":0.5,"shift":0.1,"cutout":0.25}' },
			engine: { type: 'string', default: 'native' },
			json: { type: 'string' },
			help: { type: 'boolean', default: false },
		},
	});
	if (values.help) {
		process.stdout.write(help);
		return;
	}
	const dataFolder = mkdtempSync(path.join(os.tmpdir(), 'layerloom-bench-'));
	const engine = engineNameSchema.parse(values.engine);
	const augmentation = augmentationSchema.parse(JSON.parse(values.changes));
	const training = createTraining({ dataFolder, assetsFolder, workerFile: path.join(here, 'worker.mjs'), engine, version: 'bench' });
	const document = findTemplate('mini-vgg')?.build();
	if (!document) throw new Error('the template is missing');
	const train = async (seed: number, change: Augmentation): Promise<Outcome> => {
		const settings = { ...document.training, epochs: Number(values.epochs), validationShare: Number(values.share), augmentation: change };
		const id = await training.start({ ...document, seed, training: settings }, engine);
		const speeds: number[] = [];
		for await (const event of training.events(id)) {
			// The first epoch chooses kernels.
			if (event.kind === 'epoch' && event.result.epoch > 0) speeds.push(event.result.imagesPerSecond);
		}
		return { accuracy: (await training.evaluate(id)).accuracy, imagesPerSecond: median(speeds) };
	};
	const pairs: { readonly plain: Outcome; readonly augmented: Outcome }[] = [];
	for (const seed of values.seeds.split(',').map(Number)) {
		const plain = await train(seed, {});
		const augmented = await train(seed, augmentation);
		pairs.push({ plain, augmented });
		process.stdout.write(`seed ${seed}: without ${inWords(plain)}; with ${inWords(augmented)}\n`);
	}
	const ratio = median(pairs.map(({ plain, augmented }) => augmented.imagesPerSecond / plain.imagesPerSecond));
	const gain = median(pairs.map(({ plain, augmented }) => augmented.accuracy - plain.accuracy));
	process.stdout.write(
		`speed with augmentation over speed without: ${ratio.toFixed(2)}; accuracy gained: ${(gain * 100).toFixed(1)} points\n`,
	);
	await training.close();
	rmSync(dataFolder, { recursive: true, force: true });
	if (values.json) writeFileSync(values.json, `${JSON.stringify({ augmentation, pairs, ratio, gain }, null, '\t')}\n`);
}

function inWords({ accuracy, imagesPerSecond }: Outcome): string {
	return `${(accuracy * 100).toFixed(1)} %, ${Math.round(imagesPerSecond)} images per second`;
}

await run();
