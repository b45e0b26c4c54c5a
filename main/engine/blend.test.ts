import { describe, expect, it } from 'vitest';
import type { NodeConfig } from '#shared/graph/document.ts';
import { initialWeights } from '#shared/plan/initialWeights.ts';
import type { ModelPlan } from '#shared/plan/plan.ts';
import type { Batch, Engine } from './engine.ts';
import { loadEngines } from './testEngines.ts';
import { batchFor, chain, mixedPlan, settings } from './testNetworks.ts';

const engines = await loadEngines();
const reference = engines.get('js') as Engine;
const others = [...engines].filter(([name]) => name !== 'js');
const plan = mixedPlan(0);
const STEPS = 4;
/** Without layers that answer at random in training. */
const normalized = (config: NodeConfig) =>
	chain(6, 2, ['conv2d', { filters: 4, kernelSize: [3, 3] }], ['batchNorm', config], ['activation', { activation: 'relu' }]);

/** Each image by a share of its own blended with its neighbour's answer, as mixup does. */
function blended(step: number): Batch {
	const batch = batchFor(plan, 6, step);
	const labels = Int32Array.from(batch.labels, (_, row) => batch.labels[(row + 1) % batch.count] ?? 0);
	return { ...batch, blend: { labels, shares: Float32Array.from(labels, (_, row) => row / 5) } };
}

async function learn(engine: Engine) {
	const model = await engine.createModel(plan, initialWeights(plan), settings({ augmentation: { mixup: 0.2 } }));
	const results: { loss: number; correct: number }[] = [];
	for (let step = 0; step < STEPS; step++) {
		const { loss, correct } = await model.trainStep(blended(step), step, { classWeights: [1, 2, 0.5] });
		results.push({ loss, correct });
	}
	const weights = await model.readWeights();
	model.dispose();
	return { results, weights };
}

const expected = await learn(reference);

describe.each(others)('on the %s engine, a blend of two images', (_name, engine) => {
	it('costs and teaches the same as in plain JavaScript, with classes weighted', async () => {
		const received = await learn(engine);
		for (const [step, { loss, correct }] of expected.results.entries()) {
			expect(received.results[step]?.loss).toBeCloseTo(loss, 3);
			expect(received.results[step]?.correct).toBeCloseTo(correct, 3);
		}
		for (const { name, values } of expected.weights) {
			const own = received.weights.find((weight) => weight.name === name)?.values ?? [];
			for (const [place, value] of values.entries()) expect(own[place], `${name} ${place}`).toBeCloseTo(value, 2);
		}
	});
});

describe.each([...engines])('on the %s engine, batch normalization that is frozen', (_name, engine) => {
	it.each<NodeConfig>([{}, { scale: false }, { center: false }])(
		'answers in training as it does later, and keeps its statistics: %o',
		async (config) => {
			const plan = normalized(config);
			const ops = plan.ops.map((op) => (op.kind === 'batchNorm' ? { ...op, isFrozen: true } : op));
			const frozen: ModelPlan = { ...plan, ops };
			// Statistics that no batch has by itself, so that a layer that took the batch's would give itself away.
			const weights = initialWeights(frozen).map((weight) => {
				if (weight.name.endsWith('/movingMean')) return { ...weight, values: weight.values.map((_, place) => 0.3 * place - 0.2) };
				if (weight.name.endsWith('/movingVariance')) return { ...weight, values: weight.values.map((_, place) => 2 + place) };
				return weight;
			});
			const model = await engine.createModel(frozen, weights, settings());
			for (let step = 0; step < 3; step++) {
				const batch = batchFor(frozen, 6, step);
				const later = await model.evaluate(batch);
				const now = await model.trainStep(batch, step);
				expect(now.loss).toBeCloseTo(later.loss, 4);
				expect(now.correct).toBe(later.correct);
			}
			const after = await model.readWeights();
			model.dispose();
			for (const { name, values } of weights) {
				if (/\/(gamma|beta|movingMean|movingVariance)$/.test(name)) {
					expect(Array.from(after.find((weight) => weight.name === name)?.values ?? []), name).toEqual(Array.from(values));
				}
			}
		},
	);
});
