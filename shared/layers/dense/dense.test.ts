import { describe, expect, it } from 'vitest';
import { parseConfig } from '../fields.ts';
import { card, outcome, probe, spell, uncured, wording, words } from '../testing/probe.ts';
import { dense } from './dense.ts';

describe('dense', () => {
	/** LeNet-5, and the argument of the notes: 75 inputs and 3 units. */
	const table = [
		[{ units: 120 }, 400, 48_120, 48_000],
		[{ units: 84 }, 120, 10_164, 10_080],
		[{ units: 3, useBias: false }, 75, 225, 225],
		[{ units: 61 }, 2023, 123_464, 123_403],
	] as const;
	for (const [config, inputs, weights, multiplyAdds] of table) {
		it(`feeds ${inputs} values into ${config.units} units with ${weights} weights`, () => {
			const answer = probe(dense, config, [[inputs]]);
			expect(answer).toMatchObject({ output: [config.units], weights, multiplyAdds });
		});
	}

	it('asks for a vector and says what each way to one costs', () => {
		const { problems, codes } = probe(dense, { units: 120 }, [[10, 10, 16]]);
		expect(codes).toEqual(['needsVector error']);
		const [problem] = problems;
		if (!problem) throw new Error('expected a problem');
		expect(wording(dense, problem)).toEqual({
			title: 'Needs a vector',
			text: 'the layer before hands it a map: 10 rows, 10 columns, 16 channels. this layer takes one row of numbers, so the map has to become a vector first.',
		});
		expect(problem.fixes?.map(({ label, detail }) => [words(label), detail && words(detail)])).toEqual([
			['Insert flatten', 'Keeps where each feature is. 10·10·16 = 1,600 values: (1,600 + 1)·120 = 192,120 weights.'],
			['Insert global average', 'One mean per map, place is lost. 16 values: (16 + 1)·120 = 2,040 weights.'],
		]);
		expect(uncured(dense, { units: 120 }, [[10, 10, 16]])).toEqual([]);
	});

	it('writes its weights as (inputs + 1) · units', () => {
		const config = parseConfig(dense, { units: 120 });
		if (!config.ok) throw new Error('settings');
		const formula = dense.formula?.(config.value, [[400]], [120]);
		expect(spell(formula?.weights)).toEqual(['(inputs+1)·units', '(400+1)·120', 48_120]);
		expect(spell(formula?.multiplyAdds)).toEqual(['inputs·units', '400·120', 48_000]);
	});

	it('is a Dense with Keras’s initializer', () => {
		expect(probe(dense, { units: 10, kernelInitializer: 'heNormal', activation: 'tanh' }, [[84]]).keras).toEqual([
			{
				className: 'Dense',
				config: {
					units: 10,
					activation: 'tanh',
					use_bias: true,
					kernel_initializer: { class_name: 'HeNormal', config: {} },
					bias_initializer: { class_name: 'Zeros', config: {} },
					kernel_regularizer: null,
				},
				weights: ['kernel', 'bias'],
			},
		]);
		expect(probe(dense, { units: 10, kernelInitializer: 'heNormal' }, [[84]]).specs[0]).toMatchObject({
			shape: [84, 10],
			layout: 'IO',
			initializer: { kind: 'heNormal', fanIn: 84 },
		});
	});

	it('has its units on the card', () => {
		expect(card(dense, { units: 120 })).toEqual(['120 units', 'relu']);
	});

	it('never reads a single value as a map', () => {
		expect(outcome(dense, { units: 2 }, [[1]])).toBe('2');
		expect(outcome(dense, { units: 2 }, [[1, 1, 1]])).toBe('needsVector error');
	});
});
