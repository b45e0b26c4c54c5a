import { describe, expect, it } from 'vitest';
import { parseConfig } from '../fields.ts';
import { outcome, probe, uncured } from '../testing/probe.ts';
import { permute } from './permute.ts';

describe('permute', () => {
	it('changes the order of the axes (Keras)', () => {
		expect(outcome(permute, { dims: [2, 1, 3] }, [[28, 14, 3]])).toBe('14×28×3');
		expect(outcome(permute, { dims: [3, 1, 2] }, [[35, 31, 16]])).toBe('16×35×31');
		expect(outcome(permute, { dims: [1] }, [[10]])).toBe('10');
	});

	it('takes every axis once', () => {
		expect(outcome(permute, { dims: [1, 1, 3] }, [[4, 4, 4]])).toBe('notAPermutation error');
		expect(outcome(permute, {}, [[10]])).toBe('notAPermutation error');
		expect(uncured(permute, { dims: [1, 1, 3] }, [[4, 4, 4]])).toEqual([]);
		expect(uncured(permute, {}, [[10]])).toEqual([]);
	});

	it('loses sight of places unless the order stays', () => {
		const sight = (dims: readonly number[]) => {
			const config = parseConfig(permute, { dims });
			if (!config.ok) throw new Error('settings');
			return permute.sight(config.value, [[4, 4, 4]]).kind;
		};
		expect([sight([1, 2, 3]), sight([2, 1, 3])]).toEqual(['point', 'whole']);
	});

	it('is a Permute, axes counted from 1', () => {
		expect(probe(permute, { dims: [3, 1, 2] }, [[4, 5, 6]]).keras).toEqual([
			{ className: 'Permute', config: { dims: [3, 1, 2] }, weights: [] },
		]);
	});
});
