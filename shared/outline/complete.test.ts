import { describe, expect, it } from 'vitest';
import { completeOutline } from './complete.ts';

function textsAt(before: string): readonly string[] | undefined {
	return completeOutline(before, ['input', 'conv 1', 'a, b'])?.options.map(({ text }) => text);
}

describe('completion in an outline', () => {
	it('offers the kinds behind the colon', () => {
		expect(textsAt('a: ')).toContain('conv2d');
		expect(completeOutline('conv 1: con', [])?.from).toBe(8);
		expect(textsAt('con')).toBeUndefined();
	});

	it('offers the fields that are not set yet, and then what they take', () => {
		expect(textsAt('a: conv2d ')).toContain('filters=');
		expect(textsAt('a: conv2d filters=3 ')).not.toContain('filters=');
		expect(textsAt('a: conv2d padding=')).toEqual(['valid', 'same', 'explicit', 'preserve']);
		expect(textsAt('a: conv2d filters=')).toEqual([]);
		expect(textsAt('a: nothing ')).toBeUndefined();
	});

	it('offers the layers behind the arrow, in quotes where they need them', () => {
		expect(textsAt('a: add <- ')).toEqual(['input', 'conv 1', '"a, b"']);
		expect(completeOutline('a: add <- input, co', [])?.from).toBe(17);
	});

	it('says nothing in notes and in the lines of groups', () => {
		expect(textsAt('a: conv2d # fil')).toBeUndefined();
		expect(textsAt('group a: ')).toBeUndefined();
	});
});
