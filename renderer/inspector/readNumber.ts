/** What was typed: a number, text that is none (for the reason of the refusal), or nothing yet. */
export type Typed = { readonly kind: 'nothing' } | { readonly kind: 'value'; readonly value: number | string };

const NUMBER = /^[-+−]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i;

/** Reads one number as typed: `6`, `−1`, `.5`, `1e9`. Anything else stays text. */
export function readNumber(text: string): Typed {
	const trimmed = text.trim();
	if (trimmed === '' || /^[-+−]$/.test(trimmed)) return { kind: 'nothing' };
	return { kind: 'value', value: NUMBER.test(trimmed) ? Number(trimmed.replace('−', '-')) : trimmed };
}

/** Reads a list: `7, 7, 16`, `7 × 7 × 16` or `7 7 16`. */
export function readNumbers(
	text: string,
): { readonly kind: 'nothing' } | { readonly kind: 'value'; readonly value: readonly (number | string)[] } {
	const parts = text.split(/[\s,;×]+|(?<=\d)x(?=\d)/).filter((part) => part !== '');
	if (parts.length === 0) return { kind: 'nothing' };
	const value = parts.map((part) => {
		const typed = readNumber(part);
		return typed.kind === 'value' ? typed.value : part;
	});
	return { kind: 'value', value };
}

/** Rows of numbers, a line per row. */
export function readMatrix(text: string): readonly (readonly (number | string)[])[] {
	return text
		.split('\n')
		.map(readNumbers)
		.flatMap((row) => (row.kind === 'value' ? [row.value] : []));
}

/** The next value for an arrow key or the wheel, within bounds and without binary dust: 0.1 + 0.05 → 0.15. */
export function stepNumber(value: number, by: number, bounds: { readonly min: number; readonly max: number }): number {
	const next = Number((value + by).toPrecision(12));
	return Math.min(Math.max(next, bounds.min), bounds.max);
}
