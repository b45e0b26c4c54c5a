import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GraphDocument } from '#shared/graph/document.ts';
import { networkBuilder } from '#shared/templates/networkBuilder.ts';
import type { TrainingEvent } from '#shared/training/event.ts';
import { describeDataset } from '../datasets/datasets.ts';
import type { Training } from '../services/training.ts';
import { bundleWorker } from './host/bundleWorker.ts';
import { createTraining } from './training.ts';

let base = '';
let workerFile = '';
beforeAll(async () => {
	base = await mkdtemp(path.join(tmpdir(), 'layerloom-decoding-'));
	workerFile = await bundleWorker();
});
afterAll(async () => {
	await rm(base, { recursive: true, force: true });
	await rm(path.dirname(workerFile), { recursive: true, force: true });
});

/** Three classes of 20 pictures of 8 × 8 pixels, told apart by brightness. */
async function makePictures(name: string): Promise<string> {
	const folder = path.join(base, name);
	for (const [label, shade] of ['dark', 'grey', 'light'].entries()) {
		await mkdir(path.join(folder, shade), { recursive: true });
		for (let index = 0; index < 20; index++) {
			const grey = 40 + 80 * label + index;
			const image = sharp({ create: { width: 8, height: 8, channels: 3, background: { r: grey, g: grey, b: grey } } });
			await image.png().toFile(path.join(folder, shade, `${index}.png`));
		}
	}
	return folder;
}

/** A head and an end like a picture's, and rubbish between: found by decoding alone. */
async function breakPicture(file: string): Promise<void> {
	const bytes = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#445566' } })
		.png()
		.toBuffer();
	const data = bytes.indexOf('IDAT');
	bytes.fill(0x7f, data + 4, bytes.indexOf('IEND') - 8);
	await writeFile(file, bytes);
}

function documentOver(folder: string, epochs = 3): GraphDocument {
	const dataset = { kind: 'folder', path: folder, size: null } as const;
	const net = networkBuilder({
		id: 'd',
		name: 'd',
		dataset,
		training: { epochs, batchSize: 8, validationShare: 0.2, checkpointSeconds: 0 },
	});
	net.layer('input', { height: 8, width: 8, channels: 3 });
	net.layer('conv2d', { filters: 4, kernelSize: [3, 3] });
	net.layer('flatten');
	net.layer('output', { units: 3 });
	const document = net.build();
	return { ...document, training: { ...document.training, augmentation: { flip: 0.5, brightness: 0.05 } } };
}

function open(dataFolder: string): Training {
	return createTraining({ dataFolder, assetsFolder: fileURLToPath(new URL('../../assets', import.meta.url)), workerFile, version: 'test' });
}

async function follow(training: Training, run: string): Promise<TrainingEvent[]> {
	const events: TrainingEvent[] = [];
	for await (const event of training.events(run)) events.push(event);
	return events;
}

async function trainTwice(dataFolder: string, document: GraphDocument) {
	const training = open(dataFolder);
	const outcomes = [];
	for (let time = 0; time < 2; time++) {
		const run = await training.start(document, 'js');
		const events = await follow(training, run);
		const summary = (await training.list(null)).find(({ id }) => id === run);
		const { fingerprint } = (await training.details(run)).dataset;
		outcomes.push({ events, hash: summary?.weightsHash, epochs: summary?.epochs.length, fingerprint, last: events.at(-1) });
	}
	await training.close();
	return outcomes;
}

describe('a run over pictures that are decoded meanwhile', () => {
	it('ends with the weights of one over pictures that were decoded before', async () => {
		const [meanwhile, before] = await trainTwice(path.join(base, 'data-1'), documentOver(await makePictures('whole')));
		expect(meanwhile?.last).toMatchObject({ kind: 'ended', status: 'finished' });
		expect(meanwhile?.hash).toMatch(/^[0-9a-f]{64}$/);
		expect(meanwhile?.hash).toBe(before?.hash);
		expect(meanwhile?.fingerprint).toMatch(/^[0-9a-f]{64}$/);
		expect(meanwhile?.fingerprint).toBe(before?.fingerprint);
	}, 60_000);

	it('leaves broken pictures out, names them, and ends with the weights of a run that knew of them', async () => {
		const folder = await makePictures('broken');
		await breakPicture(path.join(folder, 'grey', '17.png'));
		const dataFolder = path.join(base, 'data-2');
		const document = documentOver(folder);
		const [meanwhile, before] = await trainTwice(dataFolder, document);
		expect(meanwhile?.last).toMatchObject({ kind: 'ended', status: 'finished' });
		expect(meanwhile?.hash).toBe(before?.hash);
		expect(meanwhile?.epochs).toBe(3);
		const starts = meanwhile?.events.filter((event) => event.kind === 'started') ?? [];
		// It had begun with all sixty.
		expect(starts).toHaveLength(2);
		const started = starts.at(-1);
		const { train = 0, validation = 0, test = 0 } = started?.samples ?? {};
		expect(train + validation + test).toBe(59);
		const places = { assetsFolder: base, cacheFolder: path.join(dataFolder, 'cache', 'pictures'), size: [8, 8, 3] as const };
		const { problems } = await describeDataset(document.dataset ?? { kind: 'bundled', name: 'digits' }, { ...places, size: [8, 8, 3] });
		expect(problems).toContainEqual(expect.objectContaining({ file: 'grey/17.png', kind: 'unreadable' }));
	}, 60_000);

	it('that is stopped at its first batch goes on to the weights of one that was not', async () => {
		const document = documentOver(await makePictures('stopped'), 2);
		const dataFolder = path.join(base, 'data-3');
		const training = open(dataFolder);
		const run = await training.start(document, 'js');
		for await (const event of training.events(run)) if (event.kind === 'batch') void training.stop(run);
		expect((await training.list(null))[0]).toMatchObject({ status: 'stopped', canResume: true });
		await training.resume(run);
		expect((await follow(training, run)).at(-1)).toMatchObject({ status: 'finished' });
		const again = await training.start(document, 'js');
		await follow(training, again);
		const [second, first] = await training.list(null);
		expect(first?.weightsHash).toBe(second?.weightsHash);
		await training.close();
	}, 60_000);
});
