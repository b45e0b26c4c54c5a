import { describe, expect, it } from 'vitest';
import { emptySlots, keepSlots, showRun, toggleSlot } from './runSlots.ts';

describe('colours of runs', () => {
	it('gives the first free colour and keeps it', () => {
		const one = showRun(emptySlots, 'a');
		expect(one).toEqual(['a', null, null]);
		expect(showRun(toggleSlot(one, 'b', 'a'), 'b')).toEqual(['a', 'b', null]);
	});

	it('lets the shown run take the last colour when all are taken', () => {
		expect(showRun(['a', 'b', 'c'], 'd')).toEqual(['a', 'b', 'd']);
	});

	it('does not add a fourth run to compare', () => {
		expect(toggleSlot(['a', 'b', 'c'], 'd', 'a')).toEqual(['a', 'b', 'c']);
	});

	it('takes a compared run away but never the shown one', () => {
		expect(toggleSlot(['a', 'b', null], 'b', 'a')).toEqual(['a', null, null]);
		expect(toggleSlot(['a', 'b', null], 'a', 'a')).toEqual(['a', 'b', null]);
	});

	it('frees the colour of a run that is gone', () => {
		expect(keepSlots(['a', 'b', null], ['b'])).toEqual([null, 'b', null]);
	});
});
