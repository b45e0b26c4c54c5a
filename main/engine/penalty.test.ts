import { describe, expect, it } from 'vitest';
import { loadEngines } from './testEngines.ts';
import { planOf, settings } from './testNetworks.ts';

const engines = await loadEngines();

const plan = planOf((net) => {
	net.layer('input', { height: 1, width: 1, channels: 2 });
	net.layer('flatten');
	net.layer('dense', { units: 3, activation: 'linear', l1: 0.01, l2: 0.1 });
	net.layer('output', { units: 3 });
});
const [dense] = plan.ops.filter(({ weights }) => weights.length > 0);
const weights = [
	{ name: `${dense?.name}/kernel`, shape: [2, 3], values: Float32Array.of(1, -2, 0.5, 0.25, 1.5, -1) },
	{ name: `${dense?.name}/bias`, shape: [3], values: Float32Array.of(0.1, 0, -0.1) },
	// Passes on what it is given.
	{ name: `${plan.output}/kernel`, shape: [3, 3], values: Float32Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1) },
	{ name: `${plan.output}/bias`, shape: [3], values: new Float32Array(3) },
];
const batch = { images: Float32Array.of(1, 2, 0.5, -1, -1, 0.25), labels: Int32Array.of(0, 1, 2), count: 3 };

/** Keras 3.15: `Dense(3, kernel_regularizer=L1L2(0.01, 0.1))` with these weights, of whose loss the penalty is 0.91875. */
const KERAS_LOSS = 3.5201876;

describe.each([...engines])('on the %s engine, penalties on large weights', (_name, engine) => {
	it('count in the loss of a step and of a test alike, as in `fit`, `val_loss` and `evaluate` of Keras', async () => {
		const model = await engine.createModel(plan, weights, settings({ optimizer: 'sgd', learningRate: 1e-9 }));
		expect((await model.trainStep(batch, 0)).loss).toBeCloseTo(KERAS_LOSS, 5);
		expect((await model.evaluate(batch)).loss).toBeCloseTo(KERAS_LOSS, 5);
		model.dispose();
	});
});
