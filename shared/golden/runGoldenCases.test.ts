import { describe, expect, it } from 'vitest';
import keras from './fixtures/keras-shapes.json';
import pytorch from './fixtures/pytorch-shapes.json';
import { goldenTableSchema, runGoldenCases } from './runGoldenCases.ts';

describe('runGoldenCases', () => {
	for (const [name, table] of Object.entries({ keras, pytorch })) {
		it(`agrees with ${name} on size and weights of every case`, () => {
			const { differ, agree } = runGoldenCases(goldenTableSchema.parse(table));
			expect(differ.map(({ index, given, ours }) => ({ index, given, ours }))).toEqual([]);
			expect(agree).toBeGreaterThan(400);
		});
	}

	const one = (given: Record<string, unknown>) => runGoldenCases(goldenTableSchema.parse({ source: 'test', cases: [given] }));

	it('reports a size, a number of weights and a refusal that differ', () => {
		const config = { units: 10, useBias: true };
		expect(one({ kind: 'dense', config, inputs: [[84]], output: [10], weights: 850 }).agree).toBe(1);
		expect(one({ kind: 'dense', config, inputs: [[84]], output: [11] }).differ).toHaveLength(1);
		expect(one({ kind: 'dense', config, inputs: [[84]], output: [10], weights: 840 }).differ).toHaveLength(1);
		expect(one({ kind: 'dense', config, inputs: [[84]], error: 'ValueError' }).differ).toHaveLength(1);
		expect(one({ kind: 'dense', config: { units: 0 }, inputs: [[84]], error: 'ValueError' }).agree).toBe(1);
	});

	it('reports a setting that we do not have instead of ignoring it', () => {
		const [difference] = one({ kind: 'dense', config: { units: 10, sparse: true }, inputs: [[84]], output: [10] }).differ;
		expect(difference?.ours.problems).toEqual(['unknown field sparse']);
		expect(one({ kind: 'dense', config: { units: 10, sparse: true }, inputs: [[84]], error: 'ValueError' }).differ).toHaveLength(1);
	});

	it('reports a kind that the catalogue does not have', () => {
		expect(one({ kind: 'conv9d', config: {}, inputs: [[4]], output: [4] }).differ[0]?.ours.problems).toEqual(['unknown kind conv9d']);
		expect(one({ kind: 'conv9d', config: {}, inputs: [[4]], error: 'ValueError' }).differ).toHaveLength(1);
	});

	it('refuses inputs that no layer can have', () => {
		const config = { units: 10, useBias: true };
		for (const inputs of [[], [[4], [4]], [[0]], [[-1]]]) {
			expect(one({ kind: 'dense', config, inputs, error: 'ValueError' }).agree).toBe(1);
		}
	});
});
