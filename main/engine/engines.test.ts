import { describe, expect, it } from 'vitest';
import { initialWeights } from '#shared/plan/initialWeights.ts';
import type { ModelPlan, NamedWeight } from '#shared/plan/plan.ts';
import { countValues } from '#shared/tensor/shape.ts';
import type { Engine } from './engine.ts';
import { loadEngines } from './testEngines.ts';
import { batchFor, chain, mixedPlan, planOf, settings } from './testNetworks.ts';

const engines = await loadEngines();

async function losses(engine: Engine, plan: ModelPlan, steps: number): Promise<number[]> {
	const model = await engine.createModel(plan, initialWeights(plan), settings());
	const found: number[] = [];
	for (let step = 0; step < steps; step++) found.push((await model.trainStep(batchFor(plan, 6, step), step)).loss);
	model.dispose();
	return found;
}

async function weightsAfter(engine: Engine, plan: ModelPlan, steps: number): Promise<readonly NamedWeight[]> {
	const model = await engine.createModel(plan, initialWeights(plan), settings());
	for (let step = 0; step < steps; step++) await model.trainStep(batchFor(plan, 6, step), step);
	const weights = await model.readWeights();
	model.dispose();
	return weights;
}

async function activations(engine: Engine, plan: ModelPlan): Promise<ReadonlyMap<string, Float32Array>> {
	const model = await engine.createModel(plan, initialWeights(plan), settings());
	const names = plan.ops.map(({ name }) => name);
	const found = await model.readActivations(batchFor(plan, 2).images, 2, names);
	model.dispose();
	return found;
}

const judge = engines.get('js');
if (!judge) throw new Error('plain JavaScript is missing');
const expectedLosses = await losses(judge, mixedPlan(0), 20);
const expectedActivations = await activations(judge, mixedPlan(0));
const expectedWithDropout = await losses(judge, mixedPlan(0.4), 5);

describe.each([...engines])('the %s engine', (name, engine) => {
	it('passes its gradient self-test', async () => {
		expect(await engine.selfTest()).toBeNull();
	});

	it('has the same loss as plain JavaScript for 20 steps', async () => {
		const expected = expectedLosses;
		const received = await losses(engine, mixedPlan(0), 20);
		for (const [step, loss] of received.entries()) expect(loss).toBeCloseTo(expected[step] ?? Number.NaN, 3);
		expect(received[19]).toBeLessThan(received[0] ?? 0);
	});

	// Compiled, masks are drawn by the library: from the same seed the same, but not those of the other engines.
	if (name !== 'native compiled') {
		it('draws the same dropout masks as plain JavaScript', async () => {
			const expected = expectedWithDropout;
			const received = await losses(engine, mixedPlan(0.4), 5);
			for (const [step, loss] of received.entries()) expect(loss).toBeCloseTo(expected[step] ?? Number.NaN, 3);
		});
	}

	it('ends with the same weights for the same seed, and others for another', async () => {
		const first = await weightsAfter(engine, mixedPlan(0.3), 5);
		const again = await weightsAfter(engine, mixedPlan(0.3), 5);
		const other = await weightsAfter(engine, mixedPlan(0.3, 8), 5);
		expect(again).toEqual(first);
		expect(other).not.toEqual(first);
	});

	it('keeps the number of tensors over steps, answers and models', async () => {
		const plan = mixedPlan(0.3);
		const warm = await engine.createModel(plan, initialWeights(plan), settings());
		await warm.trainStep(batchFor(plan, 6), 0);
		const before = warm.countTensors();
		for (let step = 1; step < 4; step++) await warm.trainStep(batchFor(plan, 6), step);
		await warm.evaluate(batchFor(plan, 5));
		await warm.predict(batchFor(plan, 2).images, 2);
		await warm.writeWeights(await warm.readWeights());
		expect(warm.countTensors()).toBe(before);
		const second = await engine.createModel(plan, initialWeights(plan), settings());
		await second.trainStep(batchFor(plan, 6), 0);
		second.dispose();
		expect(warm.countTensors()).toBe(before);
		warm.dispose();
	});

	it('learns to tell three kinds of waves apart', async () => {
		const plan = chain(6, 1, ['conv2d', { filters: 4, kernelSize: [3, 3] }], ['maxPool2d']);
		const model = await engine.createModel(plan, initialWeights(plan), settings({ learningRate: 0.02 }));
		for (let step = 0; step < 60; step++) await model.trainStep(batchFor(plan, 12, step % 5), step);
		const { correct, probabilities } = await model.evaluate(batchFor(plan, 12));
		model.dispose();
		expect(correct).toBe(12);
		expect(probabilities.slice(0, 3).reduce((sum, value) => sum + value)).toBeCloseTo(1, 5);
	});

	it('takes pixels of 8 bits for numbers up to 1', async () => {
		const plan = mixedPlan(0);
		const pixels = Uint8Array.from({ length: 4 * 12 * 12 * 2 }, (_, index) => (index * 37) % 256);
		const batch = { images: pixels, labels: Int32Array.of(0, 1, 2, 0), count: 4 };
		const model = await engine.createModel(plan, initialWeights(plan), settings());
		const received = await model.predict(pixels, 4);
		const expected = await model.predict(
			Float32Array.from(pixels, (value) => value / 255),
			4,
		);
		const { loss } = await model.trainStep(batch, 0);
		model.dispose();
		expect(received).toHaveLength(12);
		for (const [place, value] of received.entries()) expect(value).toBeCloseTo(expected[place] ?? Number.NaN, 5);
		expect(loss).toBeGreaterThan(0);
		expect(loss).toBeLessThan(8);
	});

	it('tells what any layer answers', async () => {
		const plan = mixedPlan(0);
		const found = await activations(engine, plan);
		expect([...found.keys()]).toEqual(plan.ops.map(({ name }) => name));
		for (const { name: op, outputShape } of plan.ops) {
			const values = found.get(op) ?? [];
			expect(values).toHaveLength(2 * countValues(outputShape));
			for (const [place, value] of values.entries()) expect(value).toBeCloseTo(expectedActivations.get(op)?.[place] ?? Number.NaN, 4);
		}
		const [first] = plan.ops;
		expect(Array.from(found.get(first?.name ?? '') ?? [])).toEqual(Array.from(batchFor(plan, 2).images));
	});

	it('starts from the weights that it is given', async () => {
		const plan = mixedPlan(0);
		const given = initialWeights(plan);
		const model = await engine.createModel(plan, given, settings());
		expect(await model.readWeights()).toEqual(given);
		model.dispose();
	});

	it('keeps frozen layers and their statistics as they are', async () => {
		const plan = mixedPlan(0);
		const frozen: ModelPlan = {
			...plan,
			ops: plan.ops.map((op) => (op.weights.length > 0 && op.name !== plan.output ? { ...op, isFrozen: true } : op)),
		};
		const after = await weightsAfter(engine, frozen, 3);
		const before = initialWeights(frozen);
		const changed = after
			.filter(({ values }, place) => !values.every((value, at) => value === before[place]?.values[at]))
			.map(({ name: weight }) => weight);
		expect(changed).toEqual([`${plan.output}/kernel`, `${plan.output}/bias`]);
	});

	it('names the layer whose size it builds otherwise', async () => {
		const plan = chain(6, 1, ['conv2d', { filters: 4, kernelSize: [3, 3] }]);
		const wrong: ModelPlan = {
			...plan,
			ops: plan.ops.map((op) => (op.weights.length > 0 && op.name !== plan.output ? { ...op, outputShape: [5, 4, 4] } : op)),
		};
		const layer = wrong.ops.find((op) => op.outputShape[0] === 5)?.name ?? '';
		await expect(engine.createModel(wrong, initialWeights(plan), settings())).rejects.toThrow(
			`layer ${layer} is built as 6×6×4 and planned as 5×4×4`,
		);
	});

	it('answers yes or no with one sigmoid unit', async () => {
		const plan = planOf((net) => {
			net.layer('input', { height: 2, width: 2, channels: 1 });
			net.layer('flatten');
			net.layer('output', { units: 1, activation: 'sigmoid' });
		});
		const model = await engine.createModel(plan, initialWeights(plan), settings({ learningRate: 0.1 }));
		const batch = { images: Float32Array.of(0, 0, 0, 0, 1, 1, 1, 1), labels: Int32Array.of(0, 1), count: 2 };
		for (let step = 0; step < 80; step++) await model.trainStep(batch, step);
		const { correct, probabilities } = await model.evaluate(batch);
		model.dispose();
		expect(correct).toBe(2);
		expect(probabilities[1]).toBeGreaterThan(0.5);
		expect(name.startsWith(engine.name)).toBe(true);
	});
});
