import { create } from 'zustand';
import { english } from '#shared/text/en/english.ts';
import { createFormatter, type Formatter } from '#shared/text/formatter.ts';
import { type Message, message } from '#shared/text/message.ts';

/** The language of the window; a new formatter words everything that is shown again. */
const useFormatterStore = create<{ readonly format: Formatter }>(() => ({ format: createFormatter('en', english) }));

/** The formatter outside of components: notifications, announcements, history labels. */
export function currentFormatter(): Formatter {
	return useFormatterStore.getState().format;
}

/** Words all of the window anew. `language` is the tag of the words, for the screen reader. */
export function showIn(format: Formatter, language: string): void {
	document.documentElement.lang = language;
	useFormatterStore.setState({ format });
}

/** Tells of each change of the language, for words that no component shows. */
export function onLanguageChange(listener: () => void): () => void {
	return useFormatterStore.subscribe(listener);
}

/** Words and numbers in the chosen language: `const { t, format } = useText(); t('action.undo.label')`. */
export function useText(): { readonly t: (id: string, values?: Message['values']) => string; readonly format: Formatter } {
	const format = useFormatterStore((state) => state.format);
	return { t: (id, values) => format.text(message(id, values)), format };
}
