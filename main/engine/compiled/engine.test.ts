import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { initialWeights } from '#shared/plan/initialWeights.ts';
import type { ModelPlan } from '#shared/plan/plan.ts';
import type { TrainingConfig } from '#shared/training/config.ts';
import type { Batch, Engine, EngineModel } from '../engine.ts';
import { loadNative } from '../native/native.ts';
import { batchFor, chain, mixedPlan, settings } from '../testNetworks.ts';
import { loadCompiled } from './load.ts';

let engines: { readonly compiled: Engine; readonly opByOp: Engine } | null = null;
try {
	engines = { compiled: await loadCompiled(), opByOp: await loadNative() };
} catch (error) {
	console.info(`Compiled step skipped: the native engine is missing: ${error instanceof Error ? error.message : String(error)}`);
}

function both(): { readonly compiled: Engine; readonly opByOp: Engine } {
	if (!engines) throw new Error('the native engine is missing');
	return engines;
}

/** Every image blended with the next one's answer. */
function blendedBatch(plan: ModelPlan, step: number): Batch {
	const batch = batchFor(plan, 6, step);
	const labels = batch.labels.map((label) => (label + 1) % 3);
	return { ...batch, blend: { labels, shares: Float32Array.from(labels, (_, row) => row / 5) } };
}

async function losses(model: EngineModel, plan: ModelPlan, isBlended: boolean, classWeights?: readonly number[]): Promise<number[]> {
	const found: number[] = [];
	const options = { wantsGradientNorms: true, ...(classWeights && { classWeights }) };
	for (let step = 0; step < 6; step++) {
		const batch = isBlended ? blendedBatch(plan, step) : batchFor(plan, 6, step);
		const {
			loss,
			correct,
			gradientNorms = [],
		} = await model.trainStep(batch, step, {
			...options,
			learningRate: 0.02 / (step + 1),
		});
		if (isBlended) found.push(correct);
		found.push(loss, ...gradientNorms.flatMap(({ norm, shifts = [] }) => [norm, ...shifts]));
	}
	return found;
}

const changes: readonly (readonly [title: string, change: Partial<TrainingConfig>, classWeights?: readonly number[]])[] = [
	['sgd', { optimizer: 'sgd' }],
	['momentum', { optimizer: 'momentum', momentum: 0.8 }],
	['nesterov', { optimizer: 'nesterov' }],
	['rmsprop', { optimizer: 'rmsprop' }],
	['adam with its own decays', { optimizer: 'adam', beta1: 0.8, beta2: 0.99, epsilon: 1e-4 }],
	['adamw', { optimizer: 'adamw', weightDecay: 0.1 }],
	['clipped gradients', { optimizer: 'sgd', clipNorm: 0.5 }],
	['label smoothing', { labelSmoothing: 0.1 }],
	['binary cross-entropy of a softmax answer', { loss: 'binaryCrossEntropy' }],
	['squared distance', { loss: 'mse' }],
	['absolute distance', { loss: 'mae' }],
	['Huber', { loss: 'huber' }],
	['class weights', {}, [0.5, 1, 3]],
	['mixup', { augmentation: { mixup: 0.2 } }],
	['mixup with class weights and label smoothing', { augmentation: { mixup: 0.2 }, labelSmoothing: 0.1 }, [0.5, 1, 3]],
	['mixup of squared distances', { augmentation: { mixup: 0.2 }, loss: 'mse' }],
];

/** V8 frees what is unreachable when it likes, which would be counted as held. */
const collectGarbage = ((): (() => void) => {
	setFlagsFromString('--expose-gc');
	return runInNewContext('gc') as () => void;
})();

describe.skipIf(engines === null)('the compiled step', () => {
	it.each(changes.map((entry) => [entry[0], entry] as const))(
		'agrees with op by op on losses and gradient norms: %s',
		async (_title, entry) => {
			const [, change, classWeights] = entry;
			const plan = mixedPlan(0);
			const [received, expected] = await Promise.all(
				[both().compiled, both().opByOp].map(async (engine) => {
					const model = await engine.createModel(plan, initialWeights(plan), settings(change));
					const found = await losses(model, plan, change.augmentation?.mixup !== undefined, classWeights);
					model.dispose();
					return found;
				}),
			);
			expect(received).toHaveLength(expected?.length ?? -1);
			for (const [place, value] of (received ?? []).entries()) expect(value).toBeCloseTo(expected?.[place] ?? Number.NaN, 3);
		},
	);

	it('learns from whole images where a network that may blend is given them', async () => {
		const plan = mixedPlan(0);
		const [blending, plain] = await Promise.all(
			[{ mixup: 0.2 }, {}].map(async (augmentation) => {
				const model = await both().compiled.createModel(plan, initialWeights(plan), settings({ augmentation }));
				const found = await losses(model, plan, false);
				model.dispose();
				return found;
			}),
		);
		for (const [place, value] of (blending ?? []).entries()) expect(value).toBeCloseTo(plain?.[place] ?? Number.NaN, 5);
	});

	it('goes on from weights and slots to the bit, dropout and all', async () => {
		const plan = mixedPlan(0.3);
		const training = settings();
		const whole = await both().compiled.createModel(plan, initialWeights(plan), training);
		const first = await both().compiled.createModel(plan, initialWeights(plan), training);
		for (let step = 0; step < 6; step++) await whole.trainStep(batchFor(plan, 6, step), step);
		for (let step = 0; step < 3; step++) await first.trainStep(batchFor(plan, 6, step), step);
		const second = await both().compiled.createModel(plan, await first.readWeights(), training);
		await second.writeSlots(await first.readSlots());
		for (let step = 3; step < 6; step++) await second.trainStep(batchFor(plan, 6, step), step);
		expect(await second.readWeights()).toEqual(await whole.readWeights());
		for (const model of [whole, first, second]) model.dispose();
	});

	it('names optimizer slots like op by op, so that either goes on with the other', async () => {
		const plan = chain(6, 1, ['conv2d', { filters: 2, kernelSize: [3, 3] }]);
		for (const optimizer of ['momentum', 'rmsprop', 'adam'] as const) {
			const names = await Promise.all(
				[both().compiled, both().opByOp].map(async (engine) => {
					const model = await engine.createModel(plan, initialWeights(plan), settings({ optimizer }));
					const slots = (await model.readSlots()).map(({ name }) => name);
					model.dispose();
					return slots.sort();
				}),
			);
			expect(names[0]).toEqual(names[1]);
		}
	});

	it.each([0.25, 0.3, 0.5, 0.9])('drops the share %s of the values, others at each step', async (rate) => {
		const plan = chain(16, 4, ['dropout', { rate }]);
		const ones = { images: new Float32Array(8 * 16 * 16 * 4).fill(1), labels: new Int32Array(8), count: 8 };
		// A step of 1 down the gradient of an answer whose weights are 0: each weight moves by its mean input times a known factor.
		const still = initialWeights(plan).map((weight) => ({ ...weight, values: new Float32Array(weight.values.length) }));
		const moved = async (step: number): Promise<readonly number[]> => {
			const model = await both().compiled.createModel(plan, still, settings({ optimizer: 'sgd', learningRate: 1 }));
			await model.trainStep(ones, step);
			const [kernel] = await model.readWeights();
			model.dispose();
			return Array.from(kernel?.values ?? []).filter((_, index) => index % 3 === 0);
		};
		const shares = (await moved(0)).map((value) => Math.round((value / (1 - 1 / 3)) * (1 - rate) * 8));
		const kept = shares.reduce((sum, value) => sum + value, 0) / (shares.length * 8);
		expect(Math.abs(kept - (1 - rate))).toBeLessThan(0.025);
		expect(await moved(1)).not.toEqual(await moved(0));
	});

	it('gives back the memory of each run', async () => {
		// 2 million weights: 8 MB of them, twice that for the optimizer, and as much for gradients while a step runs.
		const plan = chain(32, 1, ['flatten'], ['dense', { units: 2000 }]);
		const weights = initialWeights(plan);
		const megabytes = (plan.weightCount * 4) / 2 ** 20;
		const held: number[] = [];
		for (let run = 0; run < 10; run++) {
			const model = await both().compiled.createModel(plan, weights, settings());
			await model.trainStep(batchFor(plan, 4), 0);
			await model.evaluate(batchFor(plan, 4));
			await model.readWeights();
			expect(model.countTensors()).toBe(0);
			model.dispose();
			collectGarbage();
			held.push(process.memoryUsage().rss / 2 ** 20);
		}
		const least = (runs: readonly number[]): number => Math.min(...runs);
		// Five sessions that stay would hold fifteen times the weights.
		expect(least(held.slice(5)) - least(held.slice(0, 5))).toBeLessThan(4 * megabytes);
	});

	it('leaves to op by op what it cannot write, and says what', async () => {
		const plan = mixedPlan(0);
		const fast = await both().compiled.createModel(plan, initialWeights(plan), settings());
		const slow = await both().compiled.createModel(plan, initialWeights(plan), settings({ loss: 'binaryCrossEntropy' }));
		expect(fast.slowReason).toBeUndefined();
		expect(slow.slowReason).toEqual({
			id: 'engine.reason.opByOp',
			values: { what: 'binary cross-entropy of an answer that ends with softmax' },
		});
		fast.dispose();
		slow.dispose();
	});
});
