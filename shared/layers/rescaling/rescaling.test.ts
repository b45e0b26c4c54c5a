import { describe, expect, it } from 'vitest';
import { card, outcome, probe } from '../testing/probe.ts';
import { rescaling } from './rescaling.ts';

describe('rescaling', () => {
	it('keeps every size', () => {
		expect(outcome(rescaling, {}, [[28, 28, 1]])).toBe('28×28×1');
		expect(outcome(rescaling, {}, [[10]])).toBe('10');
	});

	it('spreads pixels from −1 to 1 unless told otherwise', () => {
		expect(probe(rescaling, {}, [[28, 28, 1]]).keras).toEqual([{ className: 'Rescaling', config: { scale: 2, offset: -1 }, weights: [] }]);
		expect(card(rescaling, {})).toEqual(['x·2 − 1', 'every value']);
	});
});
