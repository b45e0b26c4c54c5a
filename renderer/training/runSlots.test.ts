import { describe, expect, it } from 'vitest';
import { emptySlots, keepSlots, showRun, toggleSlot } from './runSlots.ts';

describe('colours of runs', () => {
	it('gives the first free colour and keeps it', () => {
		const one = showRun(emptySlots, 'a');
		expect(one).toEqual(['a', null, null, null, null, null]);
		expect(showRun(toggleSlot(one, 'b', 'a'), 'b')).toEqual(['a', 'b', null, null, null, null]);
	});

	it('lets the shown run take the last colour when all are taken', () => {
		expect(showRun(['a', 'b', 'c', 'd', 'e', 'f'], 'g')).toEqual(['a', 'b', 'c', 'd', 'e', 'g']);
	});

	it('does not add a run to compare when all colours are taken', () => {
		const full = ['a', 'b', 'c', 'd', 'e', 'f'];
		expect(toggleSlot(full, 'g', 'a')).toEqual(full);
	});

	it('takes a compared run away but never the shown one', () => {
		expect(toggleSlot(['a', 'b', null], 'b', 'a')).toEqual(['a', null, null]);
		expect(toggleSlot(['a', 'b', null], 'a', 'a')).toEqual(['a', 'b', null]);
	});

	it('frees the colour of a run that is gone', () => {
		expect(keepSlots(['a', 'b', null], ['b'])).toEqual([null, 'b', null]);
	});
});
