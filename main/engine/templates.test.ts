import { describe, expect, it } from 'vitest';
import { buildPlan } from '#shared/plan/buildPlan.ts';
import { initialWeights } from '#shared/plan/initialWeights.ts';
import { templates } from '#shared/templates/templates.ts';
import { loadEngines } from './testEngines.ts';
import { batchFor, settings } from './testNetworks.ts';

const engines = await loadEngines();
/** Larger ones take minutes on the slower engines. */
const LARGEST = 2_000_000;

const plans = templates.flatMap(({ name, build }) => {
	const planned = buildPlan(build(), { dataset: null });
	return planned.ok ? [[name, planned.value] as const] : [];
});
const small = plans.filter(([, { weightCount }]) => weightCount < LARGEST);
const large = plans.filter(([, { weightCount }]) => weightCount >= LARGEST);

describe.each([...engines].filter(([name]) => name !== 'js'))('on the %s engine', (_engineName, engine) => {
	it.each(small)('the template %s takes two steps and its loss stays a number', async (_name, plan) => {
		const model = await engine.createModel(plan, initialWeights(plan), settings({ learningRate: 0.001 }));
		const first = await model.trainStep(batchFor(plan, 4), 0);
		const second = await model.trainStep(batchFor(plan, 4), 1);
		model.dispose();
		// Guessing among ten classes costs ln 10 = 2.3; a network before its first step is not far from it.
		expect(first.loss).toBeGreaterThan(0.5);
		expect(first.loss).toBeLessThan(8);
		expect(Number.isFinite(second.loss)).toBe(true);
	});
});

// Minutes and gigabytes: `npm run test:parity` asks for them.
const native = engines.get('native compiled');
if (process.env.LAYERLOOM_LARGE_TEMPLATES !== undefined && native) {
	describe('on the native engine', () => {
		it.each(large)(
			'the large template %s takes two steps that change all weights that learn',
			async (_name, plan) => {
				const model = await native.createModel(plan, initialWeights(plan), settings({ learningRate: 1e-5 }));
				expect(model.slowReason).toBeUndefined();
				const batch = batchFor(plan, 2);
				const before = await model.readWeights();
				const losses = [await model.trainStep(batch, 0), await model.trainStep(batch, 1)].map(({ loss }) => loss);
				const after = new Map((await model.readWeights()).map(({ name, values }) => [name, values]));
				model.dispose();
				for (const loss of losses) expect(loss).toBeGreaterThan(0);
				for (const loss of losses) expect(Number.isFinite(loss)).toBe(true);
				const kept = before.filter(({ name, values }) => values.every((value, place) => value === after.get(name)?.[place]));
				expect(kept.map(({ name }) => name)).toEqual([]);
			},
			600_000,
		);
	});
}
