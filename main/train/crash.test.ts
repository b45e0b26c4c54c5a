import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findTemplate } from '#shared/templates/templates.ts';
import type { RunSummary, TrainingEvent } from '#shared/training/event.ts';
import type { Training } from '../services/training.ts';
import { bundleWorker } from './host/bundleWorker.ts';
import { createTraining } from './training.ts';

const assetsFolder = fileURLToPath(new URL('../../assets', import.meta.url));
let workerFile = '';
let dataFolder = '';
let training: Training;
beforeAll(async () => {
	workerFile = await bundleWorker();
	dataFolder = await mkdtemp(path.join(os.tmpdir(), 'layerloom-crash-'));
	training = createTraining({ dataFolder, assetsFolder, workerFile, hostKind: 'process', version: 'test' });
});
afterAll(async () => {
	await training.close();
	await rm(path.dirname(workerFile), { recursive: true, force: true });
	await rm(dataFolder, { recursive: true, force: true });
});

/** The engine host's process, by what it was started with. */
function findHost(): number {
	const found = readdirSync('/proc').filter((name) => {
		try {
			return /^\d+$/.test(name) && readFileSync(`/proc/${name}/cmdline`, 'utf8').includes(workerFile);
		} catch {
			// It has ended meanwhile.
			return false;
		}
	});
	expect(found).toHaveLength(1);
	return Number(found[0]);
}

async function follow(run: string, at: (event: TrainingEvent) => void = () => undefined): Promise<TrainingEvent | undefined> {
	let last: TrainingEvent | undefined;
	for await (const event of training.events(run)) {
		at(event);
		last = event;
	}
	return last;
}

async function summaryOf(run: string): Promise<RunSummary | undefined> {
	return (await training.list(null)).find(({ id }) => id === run);
}

it.skipIf(process.platform !== 'linux')(
	'a host that crashes in the middle of an epoch leaves a run that goes on to the weights of one that never stopped',
	async () => {
		const template = findTemplate('perceptron');
		if (!template) throw new Error('the template is missing');
		const document = template.build('perceptron');
		const three = { ...document, training: { ...document.training, epochs: 3, batchSize: 64 } };
		const crashed = await training.start(three, null);
		let isOver = false;
		const end = await follow(crashed, (event) => {
			if (event.kind !== 'batch' || event.epoch !== 1 || isOver) return;
			isOver = true;
			process.kill(findHost(), 'SIGSEGV');
		});
		expect(end).toMatchObject({ kind: 'ended', status: 'failed', reason: { id: 'training.end.hostDied', values: { cause: 'SIGSEGV' } } });
		expect(await summaryOf(crashed)).toMatchObject({ status: 'failed', canResume: true });

		await training.resume(crashed);
		expect(await follow(crashed)).toMatchObject({ kind: 'ended', status: 'finished' });
		const whole = await training.start(three, null);
		expect(await follow(whole)).toMatchObject({ kind: 'ended', status: 'finished' });
		const hash = (await summaryOf(whole))?.weightsHash;
		expect(hash).toMatch(/^[0-9a-f]{64}$/);
		expect((await summaryOf(crashed))?.weightsHash).toBe(hash);
	},
	120_000,
);
