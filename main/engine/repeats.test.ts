import { expect, it } from 'vitest';
import { applyEdit } from '#shared/graph/edit.ts';
import { buildPlan } from '#shared/plan/buildPlan.ts';
import { initialWeights } from '#shared/plan/initialWeights.ts';
import { networkBuilder } from '#shared/templates/networkBuilder.ts';
import { countValues } from '#shared/tensor/shape.ts';
import { loadEngines } from './testEngines.ts';
import { batchFor, settings } from './testNetworks.ts';

const engines = await loadEngines();

/** A residual block that is there three times. */
function repeatedPlan() {
	const net = networkBuilder({ id: 'test', name: 'test', dataset: null });
	net.layer('input', { height: 6, width: 6, channels: 1 });
	const stem = net.layer('conv2d', { filters: 4, padding: 'same' });
	const first = net.layer('conv2d', { filters: 4, padding: 'same' });
	const join = net.layer('add', {}, { from: [first, stem] });
	net.layer('flatten');
	net.layer('output', { units: 3 });
	const group = { id: 'g', name: 'block', position: { x: 0, y: 0 }, repeat: 3, collapsed: false };
	const document = applyEdit(net.build(), { kind: 'addGroup', group, nodes: [first.node.id, join.node.id] });
	const planned = buildPlan(document, { dataset: null });
	if (!planned.ok) throw new Error(planned.problem.map(({ code }) => code).join(', '));
	return planned.value;
}

it.each([...engines])('the %s engine trains each copy of a repeated group by itself', async (_name, engine) => {
	const plan = repeatedPlan();
	const model = await engine.createModel(plan, initialWeights(plan), settings());
	const losses: number[] = [];
	for (let step = 0; step < 10; step++) losses.push((await model.trainStep(batchFor(plan, 6), step)).loss);
	const weights = await model.readWeights();
	model.dispose();
	expect(losses.at(-1)).toBeLessThan(losses[0] ?? 0);
	// (9 + 1)·4, three times (36 + 1)·4, (144 + 1)·3
	expect(weights.reduce((sum, { shape }) => sum + countValues(shape), 0)).toBe(40 + 3 * 148 + 435);
	const kernels = [1, 2, 3].map((copy) => weights.find(({ name }) => name === `block_${copy}_conv_2/kernel`)?.values.join());
	expect(new Set(kernels).size).toBe(3);
});
