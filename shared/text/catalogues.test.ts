import { describe, expect, it } from 'vitest';
import { checkTexts, readPlaceholders } from './checkTexts.ts';
import { english } from './en/english.ts';
import { createFormatter } from './formatter.ts';
import { bundledLanguages } from './languages.ts';
import { message } from './message.ts';
import { sameInGerman } from './testing/sameInGerman.ts';

/** Words that may read as in English, by language: names, symbols and terms that both share. */
const sameWords: Readonly<Record<string, ReadonlySet<string>>> = { de: sameInGerman };

const translations = await Promise.all(
	bundledLanguages.filter(({ code }) => code !== 'en').map(async ({ code, load }) => ({ code, texts: await load() })),
);

describe.each(translations)('the catalogue $code', ({ code, texts }) => {
	const { problems, missing } = checkTexts(texts, english, code);

	it('has every sentence of the English one', () => expect(missing).toEqual([]));

	it('has only sentences that exist, can be read and use the same placeholders', () => {
		expect(problems.map(({ id, values }) => `${values?.key}: ${id} ${values?.name ?? values?.detail ?? ''}`)).toEqual([]);
	});

	it('leaves nothing in English', () => {
		const letters = /\p{L}{2,}/u;
		const left = Object.entries(texts).filter(
			([key, text]) => text === english[key] && letters.test(text.replaceAll(/\{[^{}]*\}/g, '')) && !sameWords[code]?.has(text),
		);
		expect(left.map(([key, text]) => `${key}: ${text}`)).toEqual([]);
	});

	it('forms a sentence from every message', () => {
		const format = createFormatter(code, texts, {});
		const original = createFormatter('en', english);
		const bracesIn = (text: string) => text.split('{').length;
		const samples = ['3', 1, 2, 0];
		const broken = Object.entries(texts).filter(([key, text]) => {
			const names = readPlaceholders(text, code);
			if (typeof names === 'string') return true;
			return samples.some((sample) => {
				const values = Object.fromEntries([...names].map((name) => [name, sample]));
				const formed = format.text(message(key, values));
				// A few sentences are patterns or code themselves, with quoted braces.
				return /undefined|NaN/.test(formed) || bracesIn(formed) !== bracesIn(original.text(message(key, values)));
			});
		});
		expect(broken.map(([key]) => key)).toEqual([]);
	});
});

it('every English sentence can be read', () => {
	expect(Object.entries(english).flatMap(([key, text]) => (typeof readPlaceholders(text, 'en') === 'string' ? [key] : []))).toEqual([]);
});
