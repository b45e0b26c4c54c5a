import { english } from './en/english.ts';
import type { TextCatalogue } from './formatter.ts';

/** A language that comes with the program. A new one is a folder beside `en/` and a line in `bundledLanguages`. */
export interface BundledLanguage {
	/** BCP 47 tag: `de`. */
	readonly code: string;
	/** In the language itself: `Deutsch`. */
	readonly name: string;
	/** Loaded when it is chosen, so that a window carries only the words it shows. */
	load(): Promise<TextCatalogue>;
}

/** The languages whose every sentence is there, in the order in which they are offered. */
export const bundledLanguages: readonly BundledLanguage[] = [
	{ code: 'en', name: 'English', load: async () => english },
	{ code: 'de', name: 'Deutsch', load: async () => (await import('./de/german.ts')).german },
];

/** Which catalogue to show, and by which locale to write numbers: `{ language: 'de', locale: 'de-AT' }`. */
export interface ResolvedLanguage {
	readonly language: string;
	readonly locale: string;
}

/**
 * The language to show: the chosen one, else the first of the system's that there is, else English. Numbers follow the
 * system's region where it speaks that language (`de-CH` writes 1’000), else the language itself.
 */
export function resolveLanguage(choice: string | null, system: readonly string[], available: readonly string[]): ResolvedLanguage {
	const known = system.filter(isTag);
	const language = findLanguage(choice === null ? known : [choice], available) ?? 'en';
	const locale = known.find((tag) => tag === language || primaryOf(tag) === primaryOf(language)) ?? language;
	return { language, locale: isTag(locale) ? locale : 'en' };
}

/** `de-AT` finds `de-AT`, else `de`. */
function findLanguage(wanted: readonly string[], available: readonly string[]): string | undefined {
	for (const tag of wanted) {
		const found = available.find((code) => code === tag) ?? available.find((code) => code === primaryOf(tag));
		if (found !== undefined) return found;
	}
	return undefined;
}

function primaryOf(tag: string): string {
	return tag.split('-')[0]?.toLowerCase() ?? tag;
}

/** A tag that `Intl` understands. */
export function isTag(tag: string): boolean {
	try {
		return Intl.getCanonicalLocales(tag).length === 1;
	} catch {
		return false;
	}
}
