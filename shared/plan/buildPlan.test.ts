import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdit, applyEdits } from '../graph/edit.ts';
import { anyEdit, chain, startingDocument } from '../graph/testing.ts';
import { inferShapes } from '../inference/inferShapes.ts';
import { findTemplate, templates } from '../templates/templates.ts';
import { countValues } from '../tensor/shape.ts';
import { buildPlan } from './buildPlan.ts';
import { initialWeights } from './initialWeights.ts';
import type { ModelPlan } from './plan.ts';

const context = { dataset: null };

function planOf(document: Parameters<typeof buildPlan>[0]): ModelPlan {
	const plan = buildPlan(document, context);
	if (!plan.ok) throw new Error(plan.problem.map(({ code }) => code).join(', '));
	return plan.value;
}

describe('buildPlan', () => {
	const lenet = findTemplate('lenet-5')?.build() ?? chain();

	it('lists the ops of LeNet-5 with what feeds them', () => {
		expect(planOf(lenet).ops.map(({ name, kind, inputs, outputShape }) => [name, kind, inputs.join(), outputShape.join('x')])).toEqual([
			['input', 'input', '', '28x28x1'],
			['conv_1', 'conv2d', 'input', '28x28x6'],
			['pool_1', 'maxPool2d', 'conv_1', '14x14x6'],
			['conv_2', 'conv2d', 'pool_1', '10x10x16'],
			['pool_2', 'maxPool2d', 'conv_2', '5x5x16'],
			['flatten', 'flatten', 'pool_2', '400'],
			['dense_1', 'dense', 'flatten', '120'],
			['dense_2', 'dense', 'dense_1', '84'],
			['output', 'output', 'dense_2', '10'],
		]);
		expect(planOf(lenet)).toMatchObject({
			input: 'input',
			output: 'output',
			inputShape: [28, 28, 1],
			outputShape: [10],
			task: 'classification',
			finalActivation: 'softmax',
			weightCount: 61_706,
			seed: 1,
		});
	});

	it('leaves a muted layer out and closes the wire', () => {
		const document = chain(['input'], ['conv2d'], ['dropout'], ['flatten'], ['output']);
		const plan = planOf(applyEdit(document, { kind: 'setNode', node: 'dropout-1', changes: { muted: true } }));
		expect(plan.ops.map(({ name, inputs }) => [name, inputs])).toEqual([
			['input', []],
			['conv_1', ['input']],
			['flatten', ['conv_1']],
			['output', ['flatten']],
		]);
	});

	it('gives every copy of a repeated group ops and weights of its own', () => {
		const document = chain(
			['input'],
			['conv2d', { filters: 4, padding: 'same' }],
			['conv2d', { filters: 4, padding: 'same' }],
			['flatten'],
			['output'],
		);
		const group = { id: 'g', name: 'Block', position: { x: 0, y: 0 }, repeat: 3, collapsed: false, frozen: true };
		const plan = planOf(applyEdit(document, { kind: 'addGroup', group, nodes: ['conv2d-2'] }));
		expect(plan.ops.map(({ name, inputs, node, isFrozen }) => [name, inputs.join(), node, isFrozen])).toEqual([
			['input', '', 'input-1', false],
			['conv_1', 'input', 'conv2d-1', false],
			['Block_1_conv_2', 'conv_1', 'conv2d-2', true],
			['Block_2_conv_2', 'Block_1_conv_2', 'conv2d-2', true],
			['Block_3_conv_2', 'Block_2_conv_2', 'conv2d-2', true],
			['flatten', 'Block_3_conv_2', 'flatten-1', false],
			['output', 'flatten', 'output-1', false],
		]);
		// 40 + 3 · 148 + 31,370
		expect(plan.weightCount).toBe(31_854);
		expect(plan.weightCount - plan.trainableWeightCount).toBe(444);
		const weights = initialWeights(plan);
		const values = (op: string) => [...(weights.find(({ name }) => name === `${op}/kernel`)?.values ?? [])];
		expect(values('Block_1_conv_2')).toHaveLength(144);
		expect(values('Block_2_conv_2')).not.toEqual(values('Block_1_conv_2'));
	});

	it('leaves a muted group out, copies and all', () => {
		const document = chain(['input'], ['conv2d', { filters: 4 }], ['conv2d', { filters: 4 }], ['flatten'], ['output']);
		const group = { id: 'g', name: 'block', position: { x: 0, y: 0 }, repeat: 3, collapsed: false, muted: true };
		const plan = planOf(applyEdit(document, { kind: 'addGroup', group, nodes: ['conv2d-1', 'conv2d-2'] }));
		expect(plan.ops.map(({ name, inputs }) => [name, inputs.join()])).toEqual([
			['input', ''],
			['flatten', 'input'],
			['output', 'flatten'],
		]);
	});

	it('keeps the order of the wires of a join', () => {
		const plan = planOf(startingDocument());
		expect(plan.ops.find(({ kind }) => kind === 'add')?.inputs).toEqual(['block_1_conv_2', 'pool_1']);
	});

	it('leaves out what does not lead to the output', () => {
		const document = chain(['input'], ['flatten'], ['output'], ['conv2d']);
		const plan = planOf({ ...document, edges: document.edges.filter((edge) => edge.target !== 'conv2d-1') });
		expect(plan.ops.map(({ name }) => name)).toEqual(['input', 'flatten', 'output']);
	});

	it('says which layers are frozen', () => {
		const plan = planOf(applyEdit(lenet, { kind: 'setNode', node: 'conv2d-1', changes: { frozen: true } }));
		expect(plan.ops.filter((op) => op.isFrozen).map(({ name }) => name)).toEqual(['conv_1']);
		expect(plan.trainableWeightCount).toBe(61_706 - 156);
	});

	it('gives settings that follow others their value', () => {
		expect(planOf(lenet).ops[2]?.config).toMatchObject({ poolSize: [2, 2], strides: [2, 2] });
	});

	it('names ops so that every format and Python take them', () => {
		const names = ['Größe 1', 'grosse-1', '3rd', 'class', 'слой', '  ', 'x'];
		const document = chain(['input'], ['flatten'], ...names.map(() => ['dense', { units: 4 }] as const), ['output']);
		const renamed = applyEdits(
			document,
			names.map((name, place) => ({ kind: 'setNode', node: `dense-${place + 1}`, changes: { name } })),
		);
		expect(
			planOf(renamed)
				.ops.slice(2, -1)
				.map(({ name }) => name),
		).toEqual(['Grosse_1', 'grosse_1_2', 'layer_3rd', 'class_', 'dense', 'dense_2', 'x']);
	});

	it('fails with the errors that stand in the way', () => {
		const plan = buildPlan(chain(['input'], ['conv2d'], ['dense'], ['output']), context);
		expect(!plan.ok && plan.problem.map(({ code }) => code)).toEqual(['needsVector']);
	});

	it('fails for a document that is empty', () => {
		const plan = buildPlan(chain(), context);
		expect(!plan.ok && plan.problem.map(({ code }) => code)).toEqual(['noInput', 'noOutput']);
	});

	it('of any document either fails with errors or feeds each op from ops before it', () => {
		fc.assert(
			fc.property(fc.array(anyEdit, { maxLength: 8 }), (edits) => {
				const document = applyEdits(startingDocument(), edits);
				const plan = buildPlan(document, context);
				if (!plan.ok) {
					expect(plan.problem.length).toBeGreaterThan(0);
					return;
				}
				const { ops, weightCount } = plan.value;
				const known = new Map<string, readonly number[]>();
				for (const op of ops) {
					expect(op.inputs.map((name) => known.get(name))).toEqual(op.inputShapes);
					expect(known.has(op.name)).toBe(false);
					known.set(op.name, op.outputShape);
				}
				const counted = ops.flatMap((op) => op.weights).reduce((sum, weight) => sum + countValues(weight.shape), 0);
				expect(counted).toBe(weightCount);
				expect(weightCount).toBe(inferShapes(document, context).totals.weights);
			}),
			{ numRuns: 60 },
		);
	});

	it('can be built from every template', () => {
		for (const template of templates) expect(buildPlan(template.build(), context).ok, template.name).toBe(true);
	});
});

describe('initialWeights', () => {
	const plan = planOf(findTemplate('lenet-5')?.build() ?? chain());

	it('gives every weight of the plan its values, once', () => {
		const weights = initialWeights(plan);
		expect(weights.map(({ name, values }) => [name, values.length])).toEqual([
			['conv_1/kernel', 150],
			['conv_1/bias', 6],
			['conv_2/kernel', 2_400],
			['conv_2/bias', 16],
			['dense_1/kernel', 48_000],
			['dense_1/bias', 120],
			['dense_2/kernel', 10_080],
			['dense_2/bias', 84],
			['output/kernel', 840],
			['output/bias', 10],
		]);
	});

	it('repeats for the same seed, and differs for another', () => {
		const [kernel] = initialWeights(plan);
		expect(initialWeights(plan)[0]).toEqual(kernel);
		expect(initialWeights({ ...plan, seed: 2 })[0]?.values).not.toEqual(kernel?.values);
	});

	it('starts a layer alike whatever stands beside it', () => {
		const alone = initialWeights({ ...plan, ops: plan.ops.filter((op) => op.name === 'dense_2') });
		expect(alone[0]).toEqual(initialWeights(plan).find(({ name }) => name === 'dense_2/kernel'));
	});
});
