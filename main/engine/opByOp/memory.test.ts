import * as tf from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { stepBytes } from '#main/train/assertFits.ts';
import { initialWeights } from '#shared/plan/initialWeights.ts';
import type { ModelPlan } from '#shared/plan/plan.ts';
import type { TrainingConfig } from '#shared/training/config.ts';
import { loadJs } from '../js/js.ts';
import { batchFor, chain, planOf, settings } from '../testNetworks.ts';

const engine = await loadJs();

const convolutions = chain(
	8,
	3,
	['conv2d', { filters: 8, padding: 'same' }],
	['dropout'],
	['conv2d', { filters: 8, padding: 'same' }],
	['batchNorm'],
	['maxPool2d'],
);
/** One weight holds almost all: 256 × 256 of 67,000. */
const wide = planOf((net) => {
	net.layer('input', { height: 8, width: 8, channels: 4 });
	net.layer('flatten');
	net.layer('dense', { units: 256 });
	net.layer('output', { units: 3 });
});

/** Most bytes alive at once in the second step, when the optimizer has its slots; TensorFlow.js counts them. */
async function peakBytes(plan: ModelPlan, training: TrainingConfig): Promise<number> {
	const before = tf.memory().numBytes;
	const model = await engine.createModel(plan, initialWeights(plan), training);
	const batch = batchFor(plan, training.batchSize);
	await model.trainStep(batch, 0);
	const { peakBytes: peak } = await tf.profile(async () => (await model.trainStep(batch, 1)).loss as unknown as tf.TensorContainer);
	model.dispose();
	return peak - before;
}

const cases = [
	['adam', 'many answers', convolutions, 16] as const,
	...(['sgd', 'momentum', 'nesterov', 'rmsprop', 'adam', 'adamw'] as const).map(
		(optimizer) => [optimizer, 'one large weight', wide, 1] as const,
	),
];

it.each(cases)('a step with %s and %s holds no more than is counted, and not much less', async (optimizer, _what, plan, batchSize) => {
	const training = settings({ optimizer, batchSize });
	const counted = stepBytes(plan, training);
	const peak = await peakBytes(plan, training);
	expect(peak).toBeLessThanOrEqual(counted);
	expect(peak).toBeGreaterThan(counted * 0.5);
});
