import { english } from '#shared/text/en/english.ts';
import { createFormatter, type Formatter } from '#shared/text/formatter.ts';

let spoken: Formatter = createFormatter('en', english);

/** Words messages where plain text is needed: picture remarks, files written beside an export, the command line. */
export const words: Formatter = {
	get locale() {
		return spoken.locale;
	},
	get decimalSign() {
		return spoken.decimalSign;
	},
	get groupSign() {
		return spoken.groupSign;
	},
	text: (message) => spoken.text(message),
	has: (id) => spoken.has(id),
	count: (value) => spoken.count(value),
	shortCount: (value) => spoken.shortCount(value),
	shape: (shape) => spoken.shape(shape),
	bytes: (value) => spoken.bytes(value),
	percent: (share, digits) => spoken.percent(share, digits),
	duration: (seconds) => spoken.duration(seconds),
	plain: (value) => spoken.plain(value),
	fixed: (value, digits) => spoken.fixed(value, digits),
};

/** From here on, `words` are those of another language. */
export function speak(formatter: Formatter): void {
	spoken = formatter;
}
