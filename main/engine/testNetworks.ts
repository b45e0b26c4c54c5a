import type { NodeConfig } from '#shared/graph/document.ts';
import { buildPlan } from '#shared/plan/buildPlan.ts';
import type { ModelPlan } from '#shared/plan/plan.ts';
import { type LayerReference, type NetworkBuilder, networkBuilder } from '#shared/templates/networkBuilder.ts';
import { countValues } from '#shared/tensor/shape.ts';
import { defaultTrainingConfig, type TrainingConfig } from '#shared/training/config.ts';
import type { Batch } from './engine.ts';

/** A plan for tests from a few lines of network. */
export function planOf(write: (net: NetworkBuilder) => void, seed = 7): ModelPlan {
	const net = networkBuilder({ id: 'test', name: 'test', dataset: null });
	write(net);
	const planned = buildPlan({ ...net.build(), seed }, { dataset: null });
	if (!planned.ok) throw new Error(planned.problem.map(({ code }) => code).join(', '));
	return planned.value;
}

/** Input `size × size × channels`, the layers named, flatten, three classes. */
export function chain(size: number, channels: number, ...layers: readonly (readonly [kind: string, config?: NodeConfig])[]): ModelPlan {
	return planOf((net) => {
		net.layer('input', { height: size, width: size, channels });
		for (const [kind, config] of layers) net.layer(kind, config);
		net.layer('flatten');
		net.layer('output', { units: 3 });
	});
}

/** Everything that differs between engines, in one small network: padding by numbers, groups, gaps, statistics, branches. */
export function mixedPlan(dropoutRate: number, seed = 7): ModelPlan {
	return planOf((net) => {
		net.layer('input', { height: 12, width: 12, channels: 2 });
		net.layer('conv2d', { filters: 4, kernelSize: [3, 3], padding: 'same', l2: 0.001 });
		const first: LayerReference = net.layer('batchNorm');
		net.layer('conv2d', { filters: 4, kernelSize: [3, 3], padding: 'same', dilationRate: [2, 2], groups: 2, activation: 'linear' });
		const second = net.last();
		net.layer('add', {}, { from: [first, second] });
		net.layer('activation', { activation: 'relu' });
		net.layer('maxPool2d', { poolSize: [3, 3], strides: [2, 2], padding: 'explicit', pad: { top: 1, bottom: 1, left: 1, right: 1 } });
		net.layer('spatialDropout2d', { rate: dropoutRate });
		net.layer('averagePool2d', { poolSize: [2, 2], strides: [2, 2], padding: 'same' });
		net.layer('flatten');
		net.layer('dense', { units: 10, activation: 'tanh' });
		net.layer('dropout', { rate: dropoutRate });
		net.layer('output', { units: 3 });
	}, seed);
}

/** Samples that can be told apart: each class has a brightness and a wave of its own. */
export function batchFor(plan: ModelPlan, count: number, phase = 0): Batch {
	const values = countValues(plan.inputShape);
	const labels = Int32Array.from({ length: count }, (_, sample) => (sample + phase) % 3);
	const images = Float32Array.from({ length: count * values }, (_, index) => {
		const label = labels[Math.floor(index / values)] ?? 0;
		return 0.25 + 0.2 * label + 0.2 * Math.sin(index * (1 + label) * 0.7 + phase);
	});
	return { images, labels, count };
}

export function settings(change: Partial<TrainingConfig> = {}): TrainingConfig {
	return { ...defaultTrainingConfig, learningRate: 0.01, batchSize: 6, epochs: 1, validationShare: 0, ...change };
}
