import { createContext, useContext } from 'react';
import { english } from '#shared/text/en/english.ts';
import { createFormatter, type Formatter } from '#shared/text/formatter.ts';
import { type Message, message } from '#shared/text/message.ts';

const formatter = createFormatter('en', english);

export const FormatterContext = createContext<Formatter>(formatter);

/** The formatter outside of components: notifications, announcements, history labels. */
export function currentFormatter(): Formatter {
	return formatter;
}

/** Words and numbers in the chosen language: `const { t, format } = useText(); t('action.undo.label')`. */
export function useText(): { readonly t: (id: string, values?: Message['values']) => string; readonly format: Formatter } {
	const format = useContext(FormatterContext);
	return { t: (id, values) => format.text(message(id, values)), format };
}
