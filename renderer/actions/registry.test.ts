import { describe, expect, it } from 'vitest';
import { english } from '#shared/text/en/english.ts';
import { canonicalChord } from './chord.ts';
import { keyText } from './keyText.ts';
import { actions, findAction } from './registry.ts';

describe('the list of actions', () => {
	it.each(actions.map((action) => [action.name] as const))('%s has a label and a help sentence', (name) => {
		expect(english[`action.${name}.label`]).toBeTypeOf('string');
		expect(english[`action.${name}.help`]).toBeTypeOf('string');
	});

	it('names every action once', () => {
		expect(new Set(actions.map((action) => action.name)).size).toBe(actions.length);
	});

	it('gives no key to two actions', () => {
		const keys = actions.flatMap((action) => (action.keys ?? []).map(canonicalChord));
		expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
	});

	it('finds an action by its name, as the menu of the system does', () => {
		expect(findAction('undo')?.group).toBe('edit');
		expect(findAction('constructor')).toBeUndefined();
	});

	it('prints keys as they stand on the keyboard', () => {
		expect(keyText('mod+shift+Z')).toBe('Ctrl+Shift+Z');
		expect(keyText('mod++')).toBe('Ctrl++');
	});
});
