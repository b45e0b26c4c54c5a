import { describe, expect, it } from 'vitest';
import type { GraphDocument } from '../graph/document.ts';
import { applyEdits } from '../graph/edit.ts';
import { lenet5 } from '../templates/lenet.ts';
import { findTemplate } from '../templates/templates.ts';
import { buildPlan } from './buildPlan.ts';
import { initialWeights } from './initialWeights.ts';
import { matchWeights, startWeights, toDocumentWeights } from './startWeights.ts';

function planOf(document: GraphDocument) {
	const planned = buildPlan(document, { dataset: null });
	if (!planned.ok) throw new Error(planned.problem.map(({ code }) => code).join());
	return planned.value;
}

const lenet = lenet5.build('lenet');
/** What an earlier seed began with, as a document keeps it. */
const kept = toDocumentWeights(planOf(lenet), initialWeights({ ...planOf(lenet), seed: 77 }));

describe('weights that a document starts from', () => {
	it('fill every layer of the same network, whatever its layers are called', () => {
		const [first] = lenet.nodes.filter((node) => node.kind === 'conv2d');
		const renamed = applyEdits(lenet, [{ kind: 'setNode', node: first?.id ?? '', changes: { name: 'edges' } }]);
		const plan = planOf(renamed);
		const { weights, fresh } = startWeights(plan, kept);
		expect(fresh).toEqual([]);
		expect(weights.map(({ values }) => values)).toEqual(kept.map(({ values }) => values));
		expect(weights.map(({ name }) => name)).toEqual(initialWeights(plan).map(({ name }) => name));
	});

	it('leave a layer of another size to the seed, with all of its weights', () => {
		const last = lenet.nodes.find((node) => node.kind === 'output');
		const plan = planOf(applyEdits(lenet, [{ kind: 'setConfig', node: last?.id ?? '', config: { units: 4 } }]));
		const { weights, fresh, filled } = startWeights(plan, kept);
		expect(fresh).toEqual(['output']);
		expect(filled).toHaveLength(4);
		const seeded = initialWeights(plan);
		for (const weight of weights.filter(({ name }) => name.startsWith('output/'))) {
			expect(weight).toEqual(seeded.find(({ name }) => name === weight.name));
		}
	});

	it('take a layer whole or not at all', () => {
		const [, ...withoutFirstKernel] = kept;
		expect(matchWeights(planOf(lenet), withoutFirstKernel).fresh).toEqual(['conv_1']);
	});

	it('tell the copies of a repeated group apart', () => {
		const template = findTemplate('resnet-20');
		if (!template) throw new Error('the template is missing');
		const plan = planOf(template.build('resnet'));
		const values = initialWeights(plan);
		const names = toDocumentWeights(plan, values).map(({ name }) => name);
		expect(new Set(names).size).toBe(names.length);
		expect(names.some((name) => name.includes('#2/'))).toBe(true);
		expect(startWeights(plan, toDocumentWeights(plan, values)).weights).toEqual(values);
	});
});
