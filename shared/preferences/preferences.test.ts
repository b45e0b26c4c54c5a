import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultPreferences, preferencesSchema, readPreferences } from './preferences.ts';

describe('readPreferences', () => {
	it('takes what it knows and leaves entries of other versions out', () => {
		expect(readPreferences({ theme: 'dark', keys: { undo: ['mod+J'] }, sounds: true })).toEqual({
			preferences: { ...defaultPreferences, theme: 'dark', keys: { undo: ['mod+J'] } },
			unusable: [],
		});
	});

	it('gives the default for a value that cannot be used, and names it', () => {
		expect(readPreferences({ theme: 'pink', language: 7, motion: 'reduced' })).toEqual({
			preferences: { ...defaultPreferences, motion: 'reduced' },
			unusable: ['theme', 'language'],
		});
	});

	it('gives usable preferences whatever a file holds', () => {
		const names = fc.constantFrom('theme', 'language', 'motion', 'contrast', 'keys', '__proto__', 'other');
		fc.assert(
			fc.property(fc.dictionary(names, fc.jsonValue()), (content) => {
				expect(preferencesSchema.safeParse(readPreferences(content).preferences).success).toBe(true);
			}),
		);
	});
});
