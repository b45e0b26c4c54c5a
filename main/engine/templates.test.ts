import { describe, expect, it } from 'vitest';
import { buildPlan } from '#shared/plan/buildPlan.ts';
import { initialWeights } from '#shared/plan/initialWeights.ts';
import { templates } from '#shared/templates/templates.ts';
import { loadEngines } from './testEngines.ts';
import { batchFor, settings } from './testNetworks.ts';

const engines = await loadEngines();
/** Larger ones take minutes on the slower engines. */
const LARGEST = 2_000_000;

const small = templates.flatMap(({ name, build }) => {
	const planned = buildPlan(build(), { dataset: null });
	return planned.ok && planned.value.weightCount < LARGEST ? [[name, planned.value] as const] : [];
});

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
