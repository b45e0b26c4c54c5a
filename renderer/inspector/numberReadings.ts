import type { Formatter } from '#shared/text/formatter.ts';
import type { Typed } from './readNumber.ts';

/** What a text that can be read in two ways may mean, for the sentence that asks which: `1000` or `1,0`. */
export function readingsOf(text: string, typed: Extract<Typed, { kind: 'ambiguous' }>, format: Formatter) {
	const { whole, fraction } = typed;
	return {
		typed: text.trim(),
		whole: format.plain(whole),
		fraction: Number.isInteger(fraction) ? format.fixed(fraction, 1) : format.plain(fraction),
	};
}
