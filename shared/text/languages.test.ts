import { describe, expect, it } from 'vitest';
import { createFormatter } from './formatter.ts';
import { resolveLanguage } from './languages.ts';

describe('resolveLanguage', () => {
	const cases: readonly [choice: string | null, system: readonly string[], language: string, locale: string][] = [
		[null, ['en-US'], 'en', 'en-US'],
		[null, ['de-AT', 'en'], 'de', 'de-AT'],
		[null, ['fr-FR', 'de'], 'de', 'de'],
		[null, ['fr-FR'], 'en', 'en'],
		[null, ['C'], 'en', 'en'],
		['de', ['en-US'], 'de', 'de'],
		['de', ['de-CH'], 'de', 'de-CH'],
		['de-AT', ['en-US'], 'de', 'de'],
		['gone', ['de-DE'], 'en', 'en'],
	];
	for (const [choice, system, language, locale] of cases) {
		it(`shows ${language} in ${locale} for ${choice ?? 'the system'} among ${system.join(', ')}`, () =>
			expect(resolveLanguage(choice, system, ['en', 'de'])).toEqual({ language, locale }));
	}
});

describe('numbers in German', () => {
	const format = createFormatter('de', {});
	const cases: readonly [written: string, expected: string][] = [
		[format.count(61_706), '61.706'],
		[format.shortCount(2_400_000), '2,4 M'],
		[format.percent(0.983), '98,3 %'],
		[format.plain(0.001), '0,001'],
		[format.plain(1000), '1000'],
		[format.fixed(1.23456, 3), '1,235'],
	];
	for (const [written, expected] of cases) {
		it(`are written ${expected}`, () => expect(written).toBe(expected));
	}
});
