import { describe, expect, it } from 'vitest';
import type { Action } from './action.ts';
import { ariaShortcut, canonicalChord, chordOf, type KeyPress } from './chord.ts';
import { assignKeys, ownerOf, resetKeys, resolveKeys } from './keymap.ts';
import { whyRefused } from './refusedKeys.ts';

const action = (name: string, ...keys: string[]): Action => ({ name, group: 'edit', keys, isEnabled: () => true, run: () => undefined });
const [mute, copy, none] = [action('mute', 'M'), action('duplicate', 'mod+D', 'mod+L'), action('none')];
const all = [mute, copy, none];
const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
	...{ key, code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false },
	...more,
});

describe('a chord', () => {
	it.each([
		[press('z', { ctrlKey: true, shiftKey: true }), 'mod+shift+Z'],
		[press('?', { shiftKey: true }), '?'],
		[press('/', { shiftKey: true, code: 'Digit7' }), '/'],
		[press('я', { ctrlKey: true, code: 'KeyZ' }), 'mod+Z'],
		[press('+', { ctrlKey: true, shiftKey: true }), 'mod++'],
		[press(' '), 'Space'],
		[press('F2'), 'F2'],
		[press('Control', { ctrlKey: true }), null],
	])('%j is %s', (event, chord) => {
		expect(chordOf(event)).toBe(chord);
	});

	it('is the same however an action writes it', () => {
		expect(['shift+mod+z', 'shift+?', 'mod++'].map(canonicalChord)).toEqual(['mod+shift+Z', '?', 'mod++']);
		expect(ariaShortcut('mod+shift+Z')).toBe('Control+Shift+Z');
	});
});

describe('the keymap', () => {
	it('swaps keys with the action that has them, and forgets choices that are the built-in ones', () => {
		const choices = assignKeys(copy, 'M', all, {});
		expect([mute, copy].map((entry) => resolveKeys(entry, choices))).toEqual([['mod+D'], ['M']]);
		expect(ownerOf('M', all, choices)).toBe(copy);
		expect(assignKeys(mute, 'M', all, choices)).toEqual({ duplicate: ['mod+D'] });
	});

	it('leaves an action without keys when there is nothing to swap', () => {
		expect(assignKeys(none, 'M', all, {})).toEqual({ none: ['M'], mute: [] });
	});

	it('gives an action its built-in keys back, also from another one', () => {
		expect(resetKeys(mute, all, assignKeys(none, 'M', all, {}))).toEqual({});
		expect(resetKeys(copy, all, { duplicate: ['K'], mute: ['U'] })).toEqual({ mute: ['U'] });
	});

	it('refuses what never arrives or would take the keyboard away', () => {
		expect(whyRefused('mod+W', 'web')).toBe('browser');
		expect(whyRefused('mod+W', 'electron')).toBeNull();
		expect(whyRefused('mod+V', 'electron')).toBe('clipboard');
		expect(whyRefused('Tab', 'web')).toBe('plain');
		expect(whyRefused('mod+alt+K', 'web')).toBeNull();
		expect(whyRefused('shift+ArrowUp', 'web')).toBe('plain');
		expect(whyRefused('shift+ArrowUp', 'web', true)).toBeNull();
	});
});
