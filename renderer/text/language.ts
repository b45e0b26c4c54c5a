import { english } from '#shared/text/en/english.ts';
import { createFormatter } from '#shared/text/formatter.ts';
import { bundledLanguages, resolveLanguage } from '#shared/text/languages.ts';
import { usePreferencesStore } from '../preferences/preferencesStore.ts';
import { showIn } from './useText.ts';

/** Counts the languages asked for, so that one that loads slowly does not come after a later choice. */
let asked = 0;

/** Shows the window in the chosen language; `null` is the system's. Resolves when its words are there. */
export async function showLanguage(choice: string | null): Promise<void> {
	const turn = ++asked;
	const { language, locale } = resolveLanguage(
		choice,
		navigator.languages,
		bundledLanguages.map(({ code }) => code),
	);
	const texts = await bundledLanguages.find(({ code }) => code === language)?.load();
	if (turn === asked && texts) showIn(createFormatter(locale, texts, english), language);
}

/** Follows the preference from here on. */
export function watchLanguage(): Promise<void> {
	usePreferencesStore.subscribe((now, before) => {
		if (now.language !== before.language) void showLanguage(now.language);
	});
	return showLanguage(usePreferencesStore.getState().language);
}
