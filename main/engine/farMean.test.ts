import { describe, expect, it } from 'vitest';
import { initialWeights } from '#shared/plan/initialWeights.ts';
import type { ModelPlan, NamedWeight } from '#shared/plan/plan.ts';
import { countValues } from '#shared/tensor/shape.ts';
import type { Batch } from './engine.ts';
import { loadEngines } from './testEngines.ts';
import { chain, settings } from './testNetworks.ts';

const CHANNELS = 3;
const EPSILON = 1e-3;
const MOMENTUM = 0.9;
const COUNT = 32;
const engines = await loadEngines();

const normalization = ['batchNorm', { epsilon: EPSILON, momentum: MOMENTUM }] as const;
/** The second answers what it is given: one place, a filter for each channel, and a bias that the engine may move the mean into. */
const networks: readonly (readonly [title: string, plan: ModelPlan])[] = [
	['the input', chain(8, CHANNELS, normalization)],
	['a convolution', chain(8, CHANNELS, ['conv2d', { filters: CHANNELS, kernelSize: [1, 1], activation: 'linear' }], normalization)],
];

function weightsOf(plan: ModelPlan): readonly NamedWeight[] {
	return initialWeights(plan).map((weight) => {
		const isFilter = weight.name.endsWith('/kernel') && weight.shape.length === 4;
		const values = weight.values.map((value, at) => (isFilter ? Number(at % (CHANNELS + 1) === 0) : value));
		return { ...weight, values };
	});
}

/** Waves of deviation 1 around a mean. */
function batchAround(plan: ModelPlan, mean: number): Batch {
	const images = Float32Array.from(
		{ length: COUNT * countValues(plan.inputShape) },
		(_, at) => mean + Math.SQRT2 * Math.sin(at * 1.7 + at * at),
	);
	return { images, labels: Int32Array.from({ length: COUNT }, (_, sample) => sample % 3), count: COUNT };
}

/** Mean and biased variance of a channel, in 64 bits. */
function statisticsOf(images: ArrayLike<number>, channel: number): { readonly mean: number; readonly variance: number } {
	const values = Array.from(images).filter((_, at) => at % CHANNELS === channel);
	const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
	return { mean, variance: values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length };
}

/** Cross-entropy of the dense answer to normalized images, in 64 bits, with γ = 1 and β = 0 as at the start. */
function expectedLoss(plan: ModelPlan, { images, labels }: Batch): number {
	const statistics = Array.from({ length: CHANNELS }, (_, channel) => statisticsOf(images, channel));
	const kernel = weightsOf(plan).find(({ name }) => name === `${plan.output}/kernel`)?.values ?? [];
	const values = countValues(plan.inputShape);
	let total = 0;
	for (const [sample, label] of labels.entries()) {
		const logits = [0, 0, 0];
		for (let at = 0; at < values; at++) {
			const { mean = 0, variance = 0 } = statistics[at % CHANNELS] ?? {};
			const normalized = ((images[sample * values + at] ?? 0) - mean) / Math.sqrt(variance + EPSILON);
			for (const unit of logits.keys()) logits[unit] = (logits[unit] ?? 0) + normalized * (kernel[at * 3 + unit] ?? 0);
		}
		total += Math.log(logits.reduce((sum, logit) => sum + Math.exp(logit), 0)) - (logits[label] ?? 0);
	}
	return total / labels.length;
}

describe.each([...engines])('the %s engine', (_name, engine) => {
	describe.each(networks)('normalizes batches of %s', (_title, plan) => {
		it.each([0, 3, 10, 100, 1000])('with a mean of %i deviations, in the first step', async (mean) => {
			const batch = batchAround(plan, mean);
			const model = await engine.createModel(plan, weightsOf(plan), settings());
			const { loss } = await model.trainStep(batch, 0);
			const weights = await model.readWeights();
			model.dispose();

			expect(loss).toBeCloseTo(expectedLoss(plan, batch), 3);
			const stored = (suffix: string) => weights.find(({ name }) => name.endsWith(suffix))?.values ?? [];
			for (let channel = 0; channel < CHANNELS; channel++) {
				const expected = statisticsOf(batch.images, channel);
				expect((stored('/movingMean')[channel] ?? Number.NaN) / (1 - MOMENTUM) - expected.mean).toBeCloseTo(0, 2);
				const variance = ((stored('/movingVariance')[channel] ?? Number.NaN) - MOMENTUM) / (1 - MOMENTUM);
				expect(variance / expected.variance).toBeCloseTo(1, 3);
			}
		});
	});
});
