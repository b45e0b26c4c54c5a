/** What was typed: a number, text that is none (for the reason of the refusal), one that can be read in two ways, or nothing yet. */
export type Typed =
	| { readonly kind: 'nothing' }
	| { readonly kind: 'value'; readonly value: number | string }
	| { readonly kind: 'ambiguous'; readonly whole: number; readonly fraction: number };

/** What the language puts before a fraction: a formatter has it. */
export interface NumberSigns {
	readonly decimalSign: string;
}

const NUMBER = /^[-+−]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i;
/** One sign with exactly three digits behind it, as between thousands: `1.000`, but not `0.001`. */
const LIKE_THOUSANDS = /^[-+]?[1-9]\d{0,2}[.,]\d{3}$/;
/** Groups of three throughout: `1.000.000`, `1,234,567`. */
const GROUPED = /^[-+]?[1-9]\d{0,2}(?:([.,])\d{3})(?:\1\d{3})*$/;
const english: NumberSigns = { decimalSign: '.' };

/**
 * Reads one number as typed: `6`, `−1`, `.5`, `1e9`, and with a comma where nothing else can be meant: `0,001`. In German `0,5` is a
 * half and `1.000` is refused, because it may be meant as in English. Anything else stays text.
 */
export function readNumber(text: string, signs: NumberSigns = english): Typed {
	const trimmed = text.trim();
	if (trimmed === '' || /^[-+−]$/.test(trimmed)) return { kind: 'nothing' };
	const spelled = trimmed.replace('−', '-').replaceAll(/(?<=\d)[\u00a0\u202f\u2009’](?=\d{3})/g, '');
	const decimal = signs.decimalSign === ',' ? ',' : '.';
	const isForeign = LIKE_THOUSANDS.test(spelled) && !spelled.includes(decimal);
	if (isForeign) {
		return { kind: 'ambiguous', whole: Number(spelled.replace(/[.,]/, '')), fraction: Number(spelled.replace(',', '.')) };
	}
	const plain = toPlain(spelled);
	return { kind: 'value', value: plain !== null && NUMBER.test(plain) ? Number(plain) : trimmed };
}

/** With a point before the fraction and no groups; `null` where the signs make no number. */
function toPlain(spelled: string): string | null {
	const signs = spelled.match(/[.,]/g) ?? [];
	if (signs.length <= 1) return spelled.replace(',', '.');
	const last = Math.max(spelled.lastIndexOf('.'), spelled.lastIndexOf(','));
	const [whole, fraction] = [spelled.slice(0, last), spelled.slice(last + 1)];
	if (new Set(signs).size === 1) return GROUPED.test(spelled) ? spelled.replaceAll(/[.,]/g, '') : null;
	const group = GROUPED.exec(whole)?.[1];
	return group === undefined || group === spelled[last] ? null : `${whole.replaceAll(group, '')}.${fraction}`;
}

/** Reads a list: `7, 7, 16`, `7 × 7 × 16` or `7 7 16`; where fractions have a comma, `0,5 0,25` are two. */
export function readNumbers(
	text: string,
	signs: NumberSigns = english,
): { readonly kind: 'nothing' } | { readonly kind: 'value'; readonly value: readonly (number | string)[] } {
	const separators = signs.decimalSign === ',' ? /[\s;×]+|,(?=\s|$)|(?<=\d)x(?=\d)/ : /[\s,;×]+|(?<=\d)x(?=\d)/;
	const parts = text.split(separators).filter((part) => part !== '');
	if (parts.length === 0) return { kind: 'nothing' };
	const value = parts.flatMap((part) => (part.split(',').length > 2 ? part.split(',') : [part])).map((part) => partOf(part, signs));
	return { kind: 'value', value };
}

function partOf(part: string, signs: NumberSigns): number | string {
	const typed = readNumber(part, signs);
	return typed.kind === 'value' ? typed.value : part;
}

/** Rows of numbers, a line per row. */
export function readMatrix(text: string, signs: NumberSigns = english): readonly (readonly (number | string)[])[] {
	return text
		.split('\n')
		.map((line) => readNumbers(line, signs))
		.flatMap((row) => (row.kind === 'value' ? [row.value] : []));
}

/** The next value for an arrow key or the wheel, within bounds and without binary dust: 0.1 + 0.05 → 0.15. */
export function stepNumber(value: number, by: number, bounds: { readonly min: number; readonly max: number }): number {
	const next = Number((value + by).toPrecision(12));
	return Math.min(Math.max(next, bounds.min), bounds.max);
}
