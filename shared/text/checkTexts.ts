import { IntlMessageFormat } from 'intl-messageformat';
import type { TextCatalogue } from './formatter.ts';
import { type Message, message } from './message.ts';

/** How a translation stands to the English it translates. */
export interface CheckedTexts {
	/** Sentences that cannot be used, worded for the person who writes the file; each names its key. */
	readonly problems: readonly Message[];
	/** Keys without a sentence of their own: English is shown. */
	readonly missing: readonly string[];
	/** What can be used. */
	readonly usable: TextCatalogue;
}

/** Checks every sentence of a translation: known key, readable ICU MessageFormat, and the placeholders of the English one. */
export function checkTexts(texts: TextCatalogue, original: TextCatalogue, locale: string): CheckedTexts {
	const problems: Message[] = [];
	const usable: Record<string, string> = {};
	for (const [key, text] of Object.entries(texts)) {
		if (text === '') continue;
		const problem = problemOf(key, text, original[key], locale);
		if (problem) problems.push(problem);
		else usable[key] = text;
	}
	return { problems, usable, missing: Object.keys(original).filter((key) => usable[key] === undefined) };
}

function problemOf(key: string, text: string, original: string | undefined, locale: string): Message | null {
	if (original === undefined) return message('language.problem.unknownKey', { key });
	const found = readPlaceholders(text, locale);
	if (typeof found === 'string') return message('language.problem.syntax', { key, detail: found });
	const expected = readPlaceholders(original, 'en');
	if (typeof expected === 'string') return null;
	for (const name of expected) if (!found.has(name)) return message('language.problem.placeholderMissing', { key, name });
	for (const name of found) if (!expected.has(name)) return message('language.problem.placeholderUnknown', { key, name });
	return null;
}

/** The names in braces, also those inside plurals and choices; the parser's reason where the sentence cannot be read. */
export function readPlaceholders(text: string, locale: string): ReadonlySet<string> | string {
	try {
		const names = new Set<string>();
		collect(new IntlMessageFormat(text, locale, undefined, { ignoreTag: true }).getAst() as readonly Element[], names);
		return names;
	} catch (error) {
		return error instanceof Error ? (error.message.split('\n')[0] ?? error.message) : String(error);
	}
}

/** The parser's element, as far as names are concerned: literal and pound have none. */
interface Element {
	readonly type: number;
	readonly value?: string;
	readonly options?: Readonly<Record<string, { readonly value: readonly Element[] }>>;
}

/** `TYPE.literal` and `TYPE.pound` of the parser. */
const NAMELESS: readonly number[] = [0, 7];

function collect(elements: readonly Element[], names: Set<string>): void {
	for (const { type, value, options } of elements) {
		if (!NAMELESS.includes(type) && value !== undefined) names.add(value);
		for (const option of Object.values(options ?? {})) collect(option.value, names);
	}
}
