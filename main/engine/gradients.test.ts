import { describe, expect, it } from 'vitest';
import type { NodeConfig } from '#shared/graph/document.ts';
import { initialWeights } from '#shared/plan/initialWeights.ts';
import type { ModelPlan, NamedWeight } from '#shared/plan/plan.ts';
import { loadJs } from './js/js.ts';
import { batchFor, chain, settings } from './testNetworks.ts';

const engine = await loadJs();
const STEP = 0.02;

/** Weights away from the points where ReLU and maximum bend. */
function spread(plan: ModelPlan): readonly NamedWeight[] {
	return initialWeights(plan).map((weight, place) => ({
		...weight,
		values: weight.values.map((value, index) => value + 0.1 * Math.sin(index * 1.7 + place) + (weight.name.endsWith('Variance') ? 0.3 : 0)),
	}));
}

async function lossAt(plan: ModelPlan, weights: readonly NamedWeight[]): Promise<{ loss: number; after: readonly NamedWeight[] }> {
	// A rate of 1 without momentum: what a weight loses is its gradient.
	const model = await engine.createModel(plan, weights, settings({ optimizer: 'sgd', learningRate: 1 }));
	const { loss } = await model.trainStep(batchFor(plan, 4), 3);
	const after = await model.readWeights();
	model.dispose();
	return { loss, after };
}

function moved(weights: readonly NamedWeight[], place: number, index: number, distance: number): readonly NamedWeight[] {
	return weights.map((weight, at) =>
		at === place ? { ...weight, values: weight.values.map((value, position) => (position === index ? value + distance : value)) } : weight,
	);
}

const before: readonly [string, NodeConfig] = ['conv2d', { filters: 4, kernelSize: [2, 2], activation: 'linear', padding: 'same' }];
const around = { top: 2, bottom: 1, left: 0, right: 1 };
const layers: readonly (readonly [title: string, kind: string, config: NodeConfig])[] = [
	['a grouped convolution', 'conv2d', { filters: 6, kernelSize: [3, 2], groups: 2, activation: 'tanh' }],
	[
		'a convolution with gaps and strides',
		'conv2d',
		{ filters: 2, kernelSize: [2, 3], dilationRate: [2, 1], strides: [1, 2], padding: 'same', activation: 'linear' },
	],
	['batch normalization', 'batchNorm', {}],
	['batch normalization without scale and centre', 'batchNorm', { scale: false, center: false }],
	['padded max pooling', 'maxPool2d', { poolSize: [3, 2], strides: [2, 1], padding: 'explicit', pad: around }],
	['padded mean pooling', 'averagePool2d', { poolSize: [3, 2], strides: [2, 1], padding: 'explicit', pad: around, countPadding: true }],
	[
		'padded mean pooling without the padding',
		'averagePool2d',
		{ poolSize: [3, 2], strides: [2, 1], padding: 'explicit', pad: around, countPadding: false },
	],
	['dropout', 'dropout', { rate: 0.4 }],
	['spatial dropout', 'spatialDropout2d', { rate: 0.4 }],
];

describe('gradients match differences of the loss', () => {
	it.each(layers)('through %s', async (_title, kind, config) => {
		const plan = chain(5, 2, before, [kind, config]);
		const weights = spread(plan);
		const { after } = await lossAt(plan, weights);
		const isTrained = new Map<string, boolean>(
			plan.ops.flatMap((op) => op.weights.map((spec) => [`${op.name}/${spec.name}`, spec.isTrainable] as const)),
		);
		for (const [place, weight] of weights.entries()) {
			if (!isTrained.get(weight.name)) continue;
			for (const index of [0, Math.floor(weight.values.length / 2), weight.values.length - 1]) {
				const gradient = (weight.values[index] ?? 0) - (after[place]?.values[index] ?? 0);
				const above = await lossAt(plan, moved(weights, place, index, STEP));
				const below = await lossAt(plan, moved(weights, place, index, -STEP));
				const difference = (above.loss - below.loss) / (2 * STEP);
				expect(Math.abs(gradient - difference), `${weight.name}[${index}]: ${gradient} against ${difference}`).toBeLessThan(
					0.004 + 0.02 * Math.abs(difference),
				);
			}
		}
	});
});
