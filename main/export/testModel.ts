import type { GraphDocument } from '#shared/graph/document.ts';
import { buildPlan } from '#shared/plan/buildPlan.ts';
import { initialWeights } from '#shared/plan/initialWeights.ts';
import type { NamedWeight } from '#shared/plan/plan.ts';
import type { TrainedModel } from '../services/training.ts';

/** For tests: a network with weights and statistics that are nothing special: zeros and ones would hide a mix-up. */
export function trainedModel(document: GraphDocument): TrainedModel {
	const planned = buildPlan(document, { dataset: null });
	if (!planned.ok) throw new Error(`the template has problems: ${planned.problem.map((problem) => problem.code).join(', ')}`);
	const plan = planned.value;
	let state = 1;
	const random = (): number => {
		state = (state * 48_271) % 2_147_483_647;
		return state / 2_147_483_647;
	};
	const weights = initialWeights(plan).map((weight): NamedWeight => {
		const isStatistic = !weight.name.endsWith('/kernel');
		return isStatistic ? { ...weight, values: weight.values.map(() => 0.5 + random()) } : weight;
	});
	return { run: { id: 'run' } as TrainedModel['run'], plan, weights, classes: Array.from({ length: 10 }, (_, label) => `class ${label}`) };
}
