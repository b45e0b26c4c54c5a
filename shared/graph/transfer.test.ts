import { describe, expect, it } from 'vitest';
import { inferShapes } from '../inference/inferShapes.ts';
import { buildPlan } from '../plan/buildPlan.ts';
import { initialWeights } from '../plan/initialWeights.ts';
import { matchWeights, toDocumentWeights } from '../plan/startWeights.ts';
import { findTemplate } from '../templates/templates.ts';
import type { GraphDocument } from './document.ts';
import { applyEdits } from './edit.ts';
import { canFineTune, fineTune, replaceHead } from './transfer.ts';

const weights = { file: 'base.weights.safetensors', sha256: 'a'.repeat(64) };

function template(name: string): GraphDocument {
	const found = findTemplate(name);
	if (!found) throw new Error(name);
	return { ...found.build(name), dataset: null };
}

function withHead(document: GraphDocument, classes: number): GraphDocument {
	const edits = replaceHead(document, classes, weights);
	if (typeof edits === 'string') throw new Error(edits);
	return applyEdits(document, edits);
}

function planOf(document: GraphDocument) {
	const planned = buildPlan(document, { dataset: null });
	if (!planned.ok) throw new Error(planned.problem.map(({ code }) => code).join());
	return planned.value;
}

describe('a new head', () => {
	it.each([
		['lenet-5', 4],
		['mini-resnet', 3],
		['all-conv', 7],
		// As many classes as before are still other classes.
		['lenet-5', 10],
	])('of %s answers with %i numbers and begins at random; the base is frozen with its weights', (name, classes) => {
		const before = template(name);
		const after = withHead(before, classes);
		expect(inferShapes(after, { dataset: null }).outputShape).toEqual([classes]);
		expect(after.nodes.map((node) => node.name).sort()).toEqual(before.nodes.map((node) => node.name).sort());
		expect(after.edges).toHaveLength(before.edges.length);
		expect(after.weights).toEqual(weights);
		const plan = planOf(after);
		const kept = toDocumentWeights(planOf(before), initialWeights(planOf(before)));
		const { fresh } = matchWeights(plan, kept);
		expect(fresh).toHaveLength(1);
		for (const op of plan.ops.filter((candidate) => candidate.weights.length > 0)) {
			const node = after.nodes.find((candidate) => candidate.id === op.node);
			if (fresh.includes(op.name)) expect(node).toMatchObject({ role: 'head' });
			if (node?.role === 'base') expect(op.isFrozen).toBe(true);
		}
	});

	it('needs an output that something leads to', () => {
		expect(replaceHead({ ...template('lenet-5'), edges: [] }, 3)).toBe('noOutput');
	});
});

describe('fine-tuning', () => {
	it('lets the base learn again at a tenth of the rate', () => {
		const head = withHead(template('lenet-5'), 4);
		expect(canFineTune(head)).toBe(true);
		const tuned = applyEdits(head, fineTune(head, { ...weights, sha256: 'b'.repeat(64) }));
		expect(tuned.nodes.some((node) => node.frozen)).toBe(false);
		expect(tuned.training.learningRate).toBe(head.training.learningRate / 10);
		expect(tuned.weights?.sha256).toBe('b'.repeat(64));
		expect(canFineTune(tuned)).toBe(false);
	});
});
