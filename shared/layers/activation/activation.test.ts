import { describe, expect, it } from 'vitest';
import { card, outcome, probe } from '../testing/probe.ts';
import { activation } from './activation.ts';
import { functions } from './fields.ts';

describe('activation', () => {
	it('keeps every size', () => {
		expect(outcome(activation, {}, [[24, 24, 6]])).toBe('24×24×6');
		expect(outcome(activation, { activation: 'softmax' }, [[10]])).toBe('10');
	});

	it('is an Activation by Keras’s name', () => {
		expect(probe(activation, { activation: 'swish' }, [[10]]).keras).toEqual([
			{ className: 'Activation', config: { activation: 'swish' }, weights: [] },
		]);
	});

	it('is a layer of its own where there is a slope', () => {
		expect(probe(activation, { activation: 'leakyRelu', slope: 0.2 }, [[10]]).keras).toEqual([
			{ className: 'LeakyReLU', config: { alpha: 0.2 }, weights: [] },
		]);
	});

	it('learns one slope per channel with prelu, on a vector one per value (He 2015)', () => {
		const map = probe(activation, { activation: 'prelu' }, [[24, 24, 6]]);
		expect(map.specs).toEqual([
			{ name: 'alpha', shape: [1, 1, 6], layout: 'none', initializer: { kind: 'constant', value: 0.25 }, isTrainable: true },
		]);
		expect(map.keras[0]).toMatchObject({ className: 'PReLU', config: { shared_axes: [1, 2] }, weights: ['alpha'] });
		expect(probe(activation, { activation: 'prelu' }, [[120]]).weights).toBe(120);
	});

	it('says on the card what each function does', () => {
		expect(card(activation, {})).toEqual(['relu', 'max(0, x)']);
		expect(card(activation, { activation: 'leakyRelu' })).toEqual(['leaky relu', 'x < 0: 0.01·x']);
		for (const name of functions) expect(card(activation, { activation: name }).join(' ')).not.toContain('layer.');
	});
});
