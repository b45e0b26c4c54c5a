import { english } from '#shared/text/en/english.ts';
import { createFormatter, type TextCatalogue } from '#shared/text/formatter.ts';
import { bundledLanguages, resolveLanguage } from '#shared/text/languages.ts';
import { reportProblem } from '../host/report.ts';
import type { Host } from '../host.ts';
import { usePreferencesStore } from '../preferences/preferencesStore.ts';
import { showIn } from './useText.ts';

const bundledCodes = bundledLanguages.map(({ code }) => code);

/** Counts the languages asked for, so that one that loads slowly does not come after a later choice. */
let asked = 0;

/** The program's language that the system's leads to: `en`, `de`. */
export function systemLanguage(): string {
	return resolveLanguage(null, navigator.languages, bundledCodes).language;
}

/**
 * Shows the window in the chosen language from here on; `null` is the system's. Resolves when the words of one that comes with the
 * program are there; an added one comes when the program has sent it.
 */
export function watchLanguage(host: Host): Promise<void> {
	usePreferencesStore.subscribe((now, before) => {
		if (now.language !== before.language) void show(now.language, host);
	});
	const { language } = usePreferencesStore.getState();
	const shown = show(language, host);
	return isAdded(language) ? Promise.resolve() : shown;
}

async function show(choice: string | null, host: Host): Promise<void> {
	const turn = ++asked;
	const added = isAdded(choice) && choice !== null ? await readAdded(choice, host) : null;
	const available = added === null || choice === null ? bundledCodes : [...bundledCodes, choice];
	const { language, locale } = resolveLanguage(choice, navigator.languages, available);
	const texts = added ?? (await bundledLanguages.find(({ code }) => code === language)?.load()) ?? english;
	if (turn === asked) showIn(createFormatter(locale, texts, english), language);
}

function isAdded(choice: string | null): boolean {
	return choice !== null && !bundledCodes.includes(choice);
}

async function readAdded(code: string, host: Host): Promise<TextCatalogue | null> {
	return host.languages.read({ code }).then(
		({ texts }) => texts,
		(error: unknown) => {
			reportProblem(error);
			return null;
		},
	);
}
