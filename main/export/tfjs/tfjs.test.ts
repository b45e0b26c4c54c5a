import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadJs } from '#main/engine/js/js.ts';
import type { TrainedModel } from '#main/services/training.ts';
import { catalogue } from '#shared/layers/catalogue.ts';
import { type NetworkBuilder, networkBuilder } from '#shared/templates/networkBuilder.ts';
import { largestDifference } from '../proof.ts';
import { trainedModel } from '../testModel.ts';
import { tfjsExporter } from './tfjs.ts';

const project = fileURLToPath(new URL('../../../', import.meta.url));
const SHAPE = [6, 6, 4] as const;
const COUNT = 3;
const images = Float32Array.from({ length: COUNT * 144 }, (_, at) => ((at * 37) % 101) / 101);

/** Opens folders by TensorFlow.js alone, in a program that has none of our layers. */
const reader = `
import { readFileSync } from 'node:fs';
import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';
import '@tensorflow/tfjs-backend-cpu';
const { folders, images, shape } = JSON.parse(readFileSync(0, 'utf8'));
const answers = [];
for (const folder of folders) {
	try {
		const { modelTopology, weightsManifest } = JSON.parse(readFileSync(folder + '/model.json', 'utf8'));
		const parts = weightsManifest.flatMap((group) => group.paths.map((path) => readFileSync(folder + '/' + path)));
		const weightData = new Uint8Array(Buffer.concat(parts)).buffer;
		const weightSpecs = weightsManifest.flatMap((group) => group.weights);
		const model = await tfl.loadLayersModel(tf.io.fromMemory({ modelTopology, weightSpecs, weightData }));
		answers.push([...model.predict(tf.tensor(images, shape)).dataSync()]);
	} catch (error) {
		answers.push(String(error));
	}
}
console.log(JSON.stringify(answers));
`;

/** Ways to put a layer into a network; the first that its kind accepts is taken. */
const places: readonly ((net: NetworkBuilder, kind: string) => void)[] = [
	(net, kind) => void net.layer(kind),
	(net, kind) => {
		net.layer('flatten');
		net.layer(kind);
	},
	(net, kind) => {
		net.layer('zeroPadding2d', { pad: { top: 4, bottom: 4, left: 4, right: 4 } });
		net.layer('flatten');
		net.layer(kind);
	},
	(net, kind) => {
		const first = net.last();
		const second = net.layer('conv2d', { filters: 4, kernelSize: [1, 1], activation: 'tanh' });
		net.layer(kind, {}, { from: [first, second] });
	},
];

function modelWith(kind: string): TrainedModel {
	const problems: unknown[] = [];
	for (const place of places) {
		try {
			const net = networkBuilder({ id: kind, name: kind, dataset: null });
			net.layer('input', { height: SHAPE[0], width: SHAPE[1], channels: SHAPE[2] });
			net.layer('conv2d', { filters: 4, kernelSize: [3, 3], padding: 'same', activation: 'linear' });
			place(net, kind);
			net.layer('flatten');
			net.layer('output', { units: 3 });
			return trainedModel(net.build());
		} catch (error) {
			problems.push(error);
		}
	}
	throw new AggregateError(problems, `${kind} fits none of the test's networks`);
}

const kinds = catalogue.filter(({ endpoint }) => endpoint === undefined).map(({ kind }) => kind);
const expected = new Map<string, Float32Array>();
const received = new Map<string, number[] | string>();
let folder = '';

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'layerloom-tfjs-'));
	const engine = await loadJs();
	for (const kind of kinds) {
		const model = modelWith(kind);
		if (tfjsExporter.findObstacle(model) !== null) continue;
		await mkdir(join(folder, kind));
		await tfjsExporter.write(model, join(folder, kind));
		const built = await engine.createModel(model.plan, model.weights, model.plan.document.training);
		expected.set(kind, await built.predict(images, COUNT));
		built.dispose();
	}
	const written = [...expected.keys()];
	const running = promisify(execFile)(process.execPath, ['--input-type=module', '-e', reader], { cwd: project });
	running.child.stdin?.end(
		JSON.stringify({ folders: written.map((kind) => join(folder, kind)), images: [...images], shape: [COUNT, ...SHAPE] }),
	);
	const answers = JSON.parse((await running).stdout) as (number[] | string)[];
	for (const [at, kind] of written.entries()) received.set(kind, answers[at] ?? 'no answer');
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('every kind of layer, opened by TensorFlow.js alone', () => {
	it.each(kinds)('%s gives the same answers, or is refused before anything is written', (kind) => {
		const answer = received.get(kind);
		if (answer === undefined) {
			expect(tfjsExporter.findObstacle(modelWith(kind))).toMatchObject({ id: 'exporting.problem.noStockLayer' });
			return;
		}
		expect(answer).not.toBeTypeOf('string');
		expect(largestDifference(expected.get(kind) ?? [], typeof answer === 'string' ? [] : answer)).toBeLessThan(1e-5);
	});

	it('writes most kinds', () => {
		expect(received.size).toBeGreaterThan(kinds.length / 2);
	});
});
