import { english } from '#shared/text/en/english.ts';
import { createFormatter } from '#shared/text/formatter.ts';
import { bundledLanguages, resolveLanguage } from '#shared/text/languages.ts';
import { speak } from './words.ts';

/** What the system asks for, as POSIX has it: `LANG=de_DE.UTF-8` → `['de-DE']`. */
export function systemLanguages(environment: NodeJS.ProcessEnv = process.env): readonly string[] {
	const said = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || Intl.DateTimeFormat().resolvedOptions().locale;
	return [said.replace(/[.@].*/, '').replaceAll('_', '-')];
}

/** The program's own words from here on: what it prints and what it writes beside an export. */
export async function speakLanguage(choice: string | null, system: readonly string[] = systemLanguages()): Promise<void> {
	const { language, locale } = resolveLanguage(
		choice,
		system,
		bundledLanguages.map(({ code }) => code),
	);
	const texts = await bundledLanguages.find(({ code }) => code === language)?.load();
	if (texts) speak(createFormatter(locale, texts, english));
}
