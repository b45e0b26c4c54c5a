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
		expect(difference?.ours.problems).toEqual(['unknownField sparse']);
		expect(one({ kind: 'dense', config: { units: 10, sparse: true }, inputs: [[84]], error: 'ValueError' }).differ).toHaveLength(1);
	});

	it('counts kinds that the catalogue does not have apart', () => {
		const { agree, differ, unknownKinds } = one({ kind: 'conv9d', config: {}, inputs: [[4]], output: [4] });
		expect([agree, differ.length, [...unknownKinds]]).toEqual([0, 0, [['conv9d', 1]]]);
	});
});
