import { describe, expect, it } from 'vitest';
import { parseConfig } from '../fields.ts';
import { card, datasetOf, outcome, probe, uncured, wording } from '../testing/probe.ts';
import { input } from './input.ts';

describe('input', () => {
	it('gives images and vectors', () => {
		expect(outcome(input, {}, [])).toBe('28×28×1');
		expect(outcome(input, { height: 224, width: 112, channels: 3 }, [])).toBe('224×112×3');
		expect(outcome(input, { form: 'vector', length: 75 }, [])).toBe('75');
	});

	it('refuses half a pixel', () => {
		expect(parseConfig(input, { height: 28.5 }).ok).toBe(false);
		expect(parseConfig(input, { height: 1e9 }).ok).toBe(false);
	});

	it('says when the data has another size, and takes it over', () => {
		const dataset = datasetOf([32, 32, 3], 10);
		const { output, codes, problems } = probe(input, {}, [], { dataset });
		expect(output).toEqual([28, 28, 1]);
		expect(codes).toEqual(['datasetShapeDiffers error']);
		const [problem] = problems;
		if (!problem) throw new Error('expected a problem');
		expect(wording(input, problem).text).toBe('The samples of “Digits” are 32 × 32 × 3, but this input is set to 28 × 28 × 1.');
		expect(uncured(input, {}, [], { dataset })).toEqual([]);
		expect(probe(input, { height: 32, width: 32, channels: 3 }, [], { dataset }).codes).toEqual([]);
	});

	it('names the data on the card, else what comes in', () => {
		expect(card(input, {}, { dataset: datasetOf([28, 28, 1], 10) })).toEqual(['Digits', '28 × 28, grey']);
		expect(card(input, { channels: 3 })).toEqual(['image', '28 × 28, colour']);
		expect(card(input, { channels: 4 })).toEqual(['image', '28 × 28, 4 channels']);
	});

	it('is an InputLayer with a free batch axis', () => {
		expect(probe(input, {}, []).keras).toEqual([
			{ className: 'InputLayer', config: { batch_input_shape: [null, 28, 28, 1], sparse: false }, weights: [] },
		]);
	});
});
