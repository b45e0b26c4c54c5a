import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NodeConfig } from '#shared/graph/document.ts';
import { catalogue } from '#shared/layers/catalogue.ts';
import type { LayerDefinition } from '#shared/layers/defineLayer.ts';
import { configOf } from '#shared/layers/testing/arbitraries.ts';
import { initialWeights } from '#shared/plan/initialWeights.ts';
import type { ModelPlan } from '#shared/plan/plan.ts';
import type { NetworkBuilder } from '#shared/templates/networkBuilder.ts';
import type { Engine } from './engine.ts';
import { loadEngines } from './testEngines.ts';
import { batchFor, planOf, settings } from './testNetworks.ts';

/** Draws of settings for each kind. */
const DRAWS = 3;

const engines = await loadEngines();
const judge = engines.get('js');
if (!judge) throw new Error('plain JavaScript is missing');

/** Ways to put a layer into a network; the first that its kind accepts is taken. */
const places: readonly ((net: NetworkBuilder, kind: string, config?: NodeConfig) => void)[] = [
	(net, kind, config) => void net.layer(kind, config),
	(net, kind, config) => {
		net.layer('flatten');
		net.layer(kind, config);
	},
	// 784 values, which is what reshape starts with.
	(net, kind, config) => {
		net.layer('zeroPadding2d', { pad: { top: 4, bottom: 4, left: 4, right: 4 } });
		net.layer('flatten');
		net.layer(kind, config);
	},
	(net, kind, config) => {
		const first = net.last();
		const second = net.layer('conv2d', { filters: 4, kernelSize: [1, 1], activation: 'tanh' });
		net.layer(kind, config, { from: [first, second] });
	},
];

/** Input, a convolution, the layer under test, its first settings where it has none, flatten, answer. */
function networkWith({ kind }: LayerDefinition, config?: NodeConfig): ModelPlan {
	const attempts = places.map(
		(place) => () =>
			planOf((net) => {
				net.layer('input', { height: 6, width: 6, channels: 4 });
				net.layer('conv2d', { filters: 4, kernelSize: [3, 3], padding: 'same', activation: 'linear' });
				place(net, kind, config);
				net.layer('flatten');
				net.layer('output', { units: 3 });
			}),
	);
	const problems: unknown[] = [];
	for (const attempt of attempts) {
		try {
			return attempt();
		} catch (error) {
			problems.push(error);
		}
	}
	throw new AggregateError(problems, `${kind} fits none of the test's networks: ${problems.join(' | ')}`);
}

async function trainThreeSteps(engine: Engine, plan: ModelPlan): Promise<readonly number[]> {
	const model = await engine.createModel(plan, initialWeights(plan), settings());
	const losses: number[] = [];
	for (let step = 0; step < 3; step++) losses.push((await model.trainStep(batchFor(plan, 4, step), step)).loss);
	model.dispose();
	return losses;
}

const kinds = catalogue.filter(({ endpoint }) => endpoint === undefined);

describe('a kind that can be drawn can be trained', () => {
	it.each(kinds.map((definition) => [definition.kind, definition] as const))('%s, alike on every engine', async (_kind, definition) => {
		const plan = networkWith(definition);
		const expected = await trainThreeSteps(judge, plan);
		for (const loss of expected) expect(loss).toBeGreaterThan(0);
		for (const [name, engine] of engines) {
			const received = await trainThreeSteps(engine, plan);
			for (const loss of received) expect(loss).toBeGreaterThan(0);
			// Compiled, random layers draw numbers of the library.
			if (name === 'native compiled' && definition.category === 'dropout') continue;
			for (const [step, loss] of received.entries()) expect(loss, `${name}, step ${step}`).toBeCloseTo(expected[step] ?? Number.NaN, 3);
		}
	});
});

/** Settings drawn at random, the same at every run, with which the kind fits into the test's networks. */
function drawnNetworks(definition: LayerDefinition): readonly (readonly [config: NodeConfig, plan: ModelPlan])[] {
	const configs = fc.sample(configOf(definition, 'small'), { seed: 11, numRuns: 40 });
	const found: (readonly [NodeConfig, ModelPlan])[] = [];
	for (const config of configs) {
		if (found.length === DRAWS) break;
		try {
			found.push([config, networkWith(definition, config)]);
		} catch (error) {
			if (!(error instanceof AggregateError)) throw error;
		}
	}
	return found;
}

describe('a kind with settings of any kind', () => {
	const settable = kinds.filter(({ fields, category }) => Object.keys(fields).length > 0 && category !== 'dropout');
	it.each(settable.map((definition) => [definition.kind, definition] as const))(
		'%s trains alike on every engine',
		async (_kind, definition) => {
			for (const [config, plan] of drawnNetworks(definition)) {
				const expected = await trainThreeSteps(judge, plan);
				for (const [name, engine] of engines) {
					const received = await trainThreeSteps(engine, plan);
					for (const [step, loss] of received.entries()) {
						const judged = expected[step] ?? Number.NaN;
						expect(Math.abs(loss - judged), `${name}, step ${step}, ${JSON.stringify(config)}: ${loss} and ${judged}`).toBeLessThan(
							1e-3 * (1 + judged),
						);
					}
				}
			}
		},
		60_000,
	);
});
