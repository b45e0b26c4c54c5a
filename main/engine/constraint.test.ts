import { describe, expect, it } from 'vitest';
import { initialWeights } from '#shared/plan/initialWeights.ts';
import type { NamedWeight } from '#shared/plan/plan.ts';
import type { Engine } from './engine.ts';
import { loadEngines } from './testEngines.ts';
import { batchFor, planOf, settings } from './testNetworks.ts';

const LIMIT = 0.75;
const engines = await loadEngines();
const plan = planOf((net) => {
	net.layer('input', { height: 6, width: 6, channels: 1 });
	net.layer('conv2d', { filters: 3, kernelSize: [3, 3], padding: 'valid', maxNorm: LIMIT, groups: 1 });
	net.layer('depthwiseConv2d', { depthMultiplier: 2, activation: 'linear', maxNorm: LIMIT });
	net.layer('depthwiseConv2d', { strides: [1, 2], activation: 'linear', maxNorm: LIMIT });
	net.layer('separableConv2d', { filters: 4, activation: 'linear', maxNorm: LIMIT });
	net.layer('separableConv2d', { filters: 4, dilationRate: [2, 1], activation: 'linear', maxNorm: LIMIT });
	net.layer('conv2dTranspose', { filters: 3, activation: 'linear', maxNorm: LIMIT });
	net.layer('flatten');
	net.layer('dense', { units: 5, maxNorm: LIMIT });
	net.layer('output', { units: 3 });
});

/**
 * Length of each filter's or unit's weights. The last axis is theirs; with a window for every channel the last two are, and a
 * transposed convolution has its channels last, its filters before them.
 */
function lengths({ name, shape, values }: NamedWeight): readonly number[] {
	const [, , third = 1, fourth = 1] = shape;
	const last = shape.at(-1) ?? 1;
	const ownerOf = (index: number): number => {
		if (name.endsWith('/depthwiseKernel')) return index % (third * fourth);
		return name.startsWith('transpose') ? Math.floor(index / fourth) % third : index % last;
	};
	const squares = new Map<number, number>();
	for (const [index, value] of values.entries()) squares.set(ownerOf(index), (squares.get(ownerOf(index)) ?? 0) + value * value);
	return [...squares.values()].map(Math.sqrt);
}

async function train(engine: Engine): Promise<ReadonlyMap<string, NamedWeight>> {
	const model = await engine.createModel(plan, initialWeights(plan), settings({ optimizer: 'sgd', learningRate: 0.5 }));
	for (let step = 0; step < 4; step++) await model.trainStep(batchFor(plan, 6, step), step);
	const weights = await model.readWeights();
	model.dispose();
	return new Map(weights.map((weight) => [weight.name, weight]));
}

describe.each([...engines])('the %s engine', (_name, engine) => {
	it('shortens what grows beyond the largest norm, and nothing else', async () => {
		const [judge] = engines.values();
		if (!judge) throw new Error('expected an engine');
		const expected = await train(judge);
		const weights = await train(engine);
		const kernels = [...weights.values()].filter(({ name }) => /kernel$/i.test(name) && name !== 'output/kernel');
		expect(kernels).toHaveLength(9);
		for (const kernel of kernels) {
			const found = lengths(kernel);
			for (const length of found) expect(length).toBeLessThanOrEqual(LIMIT + 1e-5);
			for (const [unit, length] of lengths(expected.get(kernel.name) ?? kernel).entries()) expect(found[unit]).toBeCloseTo(length, 4);
		}
		// Glorot starts some of them longer than that.
		const started = initialWeights(plan).flatMap((weight) => (weight.name.startsWith('dense_1/kernel') ? lengths(weight) : []));
		expect(Math.max(...started)).toBeGreaterThan(LIMIT);
		expect(Math.max(...lengths(weights.get('output/kernel') as NamedWeight))).toBeGreaterThan(LIMIT);
	});

	it('takes weights as they are put in', async () => {
		const model = await engine.createModel(plan, initialWeights(plan), settings());
		const long = initialWeights(plan).map((weight) => ({ ...weight, values: weight.values.map(() => 2) }));
		await model.writeWeights(long);
		const read = await model.readWeights();
		model.dispose();
		expect([...(read.find(({ name }) => name === 'conv_1/kernel')?.values ?? [])].every((value) => value === 2)).toBe(true);
	});
});
