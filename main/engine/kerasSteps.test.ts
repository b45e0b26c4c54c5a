import { describe, expect, it } from 'vitest';
import type { TrainingConfig } from '#shared/training/config.ts';
import table from './kerasSteps.json' with { type: 'json' };
import { loadEngines } from './testEngines.ts';
import { planOf, settings } from './testNetworks.ts';

const engines = await loadEngines();
const images = Float32Array.from(table.images);

/** What Keras made of the first three steps; see scripts/parity/writeKerasSteps.py. */
describe.each([...engines])('on the %s engine, the first three steps are those of Keras', (_name, engine) => {
	it.each(table.cases.map((entry) => [entry.name, entry] as const))('with %s', async (_title, { settings: given, ...expected }) => {
		const { units, activation, classWeights, ...own } = given as Partial<TrainingConfig> & typeof given;
		const plan = planOf((net) => {
			net.layer('input', { height: 1, width: 1, channels: 4 });
			net.layer('flatten');
			net.layer('output', { units, activation });
		});
		const named = ({ kernel, bias }: (typeof table.cases)[number]['first']) => [
			{ name: `${plan.output}/kernel`, shape: [4, units], values: Float32Array.from(kernel) },
			{ name: `${plan.output}/bias`, shape: [units], values: Float32Array.from(bias) },
		];
		const training = settings({ ...(own as Partial<TrainingConfig>), learningRate: table.rate });
		const model = await engine.createModel(plan, named(expected.first), training);
		const batch = { images, labels: Int32Array.from(expected.labels), count: expected.labels.length };
		for (const [step, loss] of expected.losses.entries()) {
			const result = await model.trainStep(batch, step, classWeights ? { classWeights } : {});
			expect(result.loss).toBeCloseTo(loss, 5);
			const received = await model.readWeights();
			for (const { name, values } of named(expected.after[step] ?? expected.first)) {
				const own = received.find((weight) => weight.name === name)?.values ?? [];
				expect(own).toHaveLength(values.length);
				for (const [place, value] of values.entries()) expect(own[place], `${name} ${place} after step ${step}`).toBeCloseTo(value, 4);
			}
		}
		model.dispose();
	});
});
