import { describe, expect, it } from 'vitest';
import { card, datasetOf, outcome, probe, uncured, wording, words } from '../testing/probe.ts';
import { output } from './output.ts';

describe('output', () => {
	it('has LeNet’s 850 weights from 84 features to 10 classes', () => {
		expect(probe(output, {}, [[84]])).toMatchObject({ output: [10], weights: 850, multiplyAdds: 840 });
	});

	it('passes a vector on without weights when it is direct', () => {
		expect(probe(output, { connection: 'direct', units: 16 }, [[16]])).toMatchObject({
			output: [16],
			weights: 0,
			multiplyAdds: 0,
			keras: [{ className: 'Activation', config: { activation: 'softmax' } }],
		});
	});

	it('gives a class to every pixel with a 1 × 1 convolution', () => {
		const answer = probe(output, { task: 'segmentation', units: 3 }, [[28, 28, 16]]);
		expect(answer).toMatchObject({ output: [28, 28, 3], weights: 51, multiplyAdds: 37_632 });
		expect(answer.keras[0]).toMatchObject({
			className: 'Conv2D',
			config: { filters: 3, kernel_size: [1, 1] },
			weights: ['kernel', 'bias'],
		});
	});

	it('needs a vector for a class, and a map for a class per pixel', () => {
		expect(outcome(output, {}, [[5, 5, 16]])).toBe('needsVector error');
		expect(outcome(output, { task: 'segmentation' }, [[84]])).toBe('needsMap error');
	});

	it('passes on as many numbers as there are classes, or none', () => {
		const raw = { connection: 'direct', units: 10 };
		const [problem] = probe(output, raw, [[16]]).problems;
		if (!problem) throw new Error('expected a problem');
		expect(wording(output, problem).text).toBe('A direct output passes on what comes in: 16 numbers for 10 classes.');
		expect(problem.fixes?.map(({ label }) => words(label))).toEqual(['Use own weights', 'Set 16 classes']);
		expect(uncured(output, raw, [[16]])).toEqual([]);
	});

	it('answers with as many numbers as the data has classes', () => {
		const dataset = datasetOf([28, 28, 1], 3);
		const [problem] = probe(output, {}, [[84]], { dataset }).problems;
		if (!problem) throw new Error('expected a problem');
		expect(wording(output, problem)).toEqual({
			title: 'The data has 3 classes',
			text: '“Digits” has 3 classes, but the output answers with 10 numbers.',
		});
		expect(uncured(output, {}, [[84]], { dataset })).toEqual([]);
		expect(probe(output, { units: 3 }, [[84]], { dataset }).codes).toEqual([]);
	});

	it('lets one sigmoid number tell two classes apart', () => {
		const dataset = datasetOf([28, 28, 1], 2);
		expect(probe(output, { units: 1, activation: 'sigmoid' }, [[84]], { dataset }).codes).toEqual([]);
	});

	it('refuses softmax of one number, which is always 1', () => {
		expect(probe(output, { units: 1 }, [[84]]).codes).toEqual(['softmaxOfOne error']);
		expect(uncured(output, { units: 1 }, [[84]])).toEqual([]);
	});

	it('warns of an activation that does not fit the task', () => {
		expect(probe(output, { task: 'regression', units: 2 }, [[84]]).codes).toEqual(['activationForTask warning']);
		expect(probe(output, { task: 'regression', units: 2, activation: 'linear' }, [[84]]).codes).toEqual([]);
		expect(probe(output, { activation: 'linear' }, [[84]]).codes).toEqual(['activationForTask warning']);
	});

	it('has its classes on the card', () => {
		expect(card(output, {})).toEqual(['10 classes', 'softmax']);
		expect(card(output, { task: 'regression', units: 1, activation: 'linear' })).toEqual(['1 value', 'linear']);
	});
});
