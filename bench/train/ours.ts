import { createInterface } from 'node:readline';
import { MemoryPixels } from '#main/datasets/pixelStore.ts';
import type { SampleSet } from '#main/datasets/trainingData.ts';
import type { EngineModel } from '#main/engine/engine.ts';
import { pickEngine } from '#main/engine/pickEngine.ts';
import { readBatches } from '#main/train/batches.ts';
import { orderForEpoch } from '#main/train/sampleOrder.ts';
import { initialWeights } from '#shared/plan/initialWeights.ts';
import type { ModelPlan } from '#shared/plan/plan.ts';
import { randomStream } from '#shared/random.ts';
import { countValues } from '#shared/tensor/shape.ts';
import { defaultTrainingConfig } from '#shared/training/config.ts';
import type { EngineName } from '#shared/training/event.ts';
import { benchNetworks } from './networks.ts';

const BATCH = 64;
const CLASSES = 10;

/** Trains one network on one engine of ours whenever a line asks for a number of samples: the same loop as a run's, data and all. */
export async function serveOurs(engineName: EngineName, networkName: string): Promise<void> {
	const network = benchNetworks.find(({ name }) => name === networkName);
	if (!network) throw new Error(`no network ${networkName}`);
	const { engine } = await pickEngine(engineName);
	if (engine?.name !== engineName) throw new Error(`the engine ${engineName} does not run here`);
	const plan = network.plan();
	const model = await engine.createModel(plan, initialWeights(plan), { ...defaultTrainingConfig, batchSize: BATCH });
	const data = makeData(plan, network.samples);
	let step = 0;
	const pass = async (samples: number): Promise<void> => {
		step = await trainOnce(model, plan, data, samples, step);
	};
	await pass(BATCH);
	say({
		secondsToFirstBatch: (Date.now() - performance.timeOrigin) / 1000,
		version: engine.description,
		parameters: plan.weightCount,
	});
	for await (const line of createInterface({ input: process.stdin })) {
		const samples = Number(line);
		const start = performance.now();
		await pass(samples);
		say({ imagesPerSecond: samples / ((performance.now() - start) / 1000) });
	}
	model.dispose();
	say({ peakBytes: process.resourceUsage().maxRSS * 1024 });
	process.exit();
}

/** Random pixels: what they show does not change how long a step takes. */
function makeData(plan: ModelPlan, count: number): SampleSet {
	const { nextUint32 } = randomStream(1, 'bench');
	const values = countValues(plan.inputShape);
	const pixels = new Uint8Array(count * values);
	for (let index = 0; index < pixels.length; index++) pixels[index] = nextUint32() & 255;
	return {
		pixels: new MemoryPixels(pixels, values),
		labels: Int32Array.from({ length: count }, () => nextUint32() % CLASSES),
		count,
		names: null,
	};
}

async function trainOnce(model: EngineModel, plan: ModelPlan, data: SampleSet, samples: number, firstStep: number): Promise<number> {
	const values = countValues(plan.inputShape);
	const order = orderForEpoch(
		Int32Array.from({ length: Math.min(samples, data.count) }, (_, index) => index),
		plan.seed,
		firstStep,
	);
	let step = firstStep;
	for await (const batch of readBatches(data, values, order, BATCH)) {
		await model.trainStep(batch, step);
		step++;
	}
	return step;
}

function say(answer: object): void {
	process.stdout.write(`${JSON.stringify(answer)}\n`);
}
