import type { WindowAxis, WindowGeometry } from '../tensor/window.ts';
import type { FormulaBlock, FormulaLine, FormulaToken } from './formula.ts';

/** Marks between the symbols: the same in both lines. */
export function sign(mark: string): FormulaToken {
	return { symbol: mark, number: mark, role: 'plain' };
}

/** A symbol, and the number that this node puts in its place. */
export function term(symbol: string, value: number | string, extras: Partial<Omit<FormulaToken, 'symbol' | 'number'>> = {}): FormulaToken {
	return { symbol, number: typeof value === 'number' ? digits(value) : value, role: 'plain', ...extras };
}

/** A whole number with its thousands apart: `4,704`. */
export function digits(value: number): string {
	return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** Factors with dots between: `a·b·c` over `5·5·1`. */
export function product(...factors: readonly FormulaToken[]): readonly FormulaToken[] {
	return factors.flatMap((factor, index) => (index === 0 ? [factor] : [sign('·'), factor]));
}

export function line(label: string, tokens: readonly FormulaToken[], result: number | null): FormulaLine {
	return { label: `formula.${label}`, tokens, result };
}

export const noFormula: FormulaBlock = { size: [], weights: null, multiplyAdds: null, denseInstead: null };

/** Names of the fields that a window's symbols come from. */
export interface WindowFieldNames {
	readonly window: string;
	readonly strides: string;
	readonly padding: string;
	readonly dilationRate?: string;
}

/** `⌊1 + (m + 2p − a) / s⌋` for the width and the same with n, q, b, t for the height, as the notes write it. */
export function windowSizeLines(geometry: WindowGeometry, names: WindowFieldNames): readonly FormulaLine[] {
	return [
		...axisLines('width', geometry.width, { size: 'm', padding: 'p', window: 'a', stride: 's' }, names),
		...axisLines('height', geometry.height, { size: 'n', padding: 'q', window: 'b', stride: 't' }, names),
	];
}

interface AxisLetters {
	readonly size: string;
	readonly padding: string;
	readonly window: string;
	readonly stride: string;
}

function axisLines(axis: 'width' | 'height', at: WindowAxis, letters: AxisLetters, names: WindowFieldNames): readonly FormulaLine[] {
	const isDilated = at.dilation > 1;
	// A window with gaps counts with the cells that it spans: ã.
	const window = term(isDilated ? `${letters.window}\u0303`.normalize('NFC') : letters.window, at.effectiveWindow, {
		role: 'kernel',
		field: names.window,
		part: 'window',
	});
	const size = line(
		axis,
		[
			sign('⌊'),
			sign('1'),
			sign('+'),
			sign('('),
			term(letters.size, at.input, { role: 'size', part: 'input' }),
			sign('+'),
			paddingTerm(at, letters.padding, names.padding),
			sign('−'),
			window,
			sign(')'),
			sign('/'),
			term(letters.stride, at.stride, { role: 'stride', field: names.strides, part: 'step' }),
			sign('⌋'),
		],
		at.output,
	);
	if (!isDilated) return [size];
	const span = line(
		`${axis}Span`,
		[
			sign('('),
			term(letters.window, at.window, { role: 'kernel', field: names.window, part: 'window' }),
			sign('−'),
			sign('1'),
			sign(')'),
			sign('·'),
			term('d', at.dilation, { role: 'kernel', ...(names.dilationRate ? { field: names.dilationRate } : {}), part: 'window' }),
			sign('+'),
			sign('1'),
		],
		at.effectiveWindow,
	);
	return [span, size];
}

/** `2p` while both sides have the same zeros, else both amounts: `p + p′` over `0 + 1`. */
function paddingTerm(at: WindowAxis, letter: string, field: string): FormulaToken {
	const extras = { role: 'padding', field, part: 'padding' } as const;
	if (at.padBefore === at.padAfter) return term(`2${letter}`, `2·${at.padBefore}`, extras);
	return term(`${letter} + ${letter}′`, `${at.padBefore} + ${at.padAfter}`, extras);
}

/** `(inputs + 1)·outputs`: what a dense layer between the same sizes would need. */
export function denseInsteadLine(inputs: number, outputs: number): FormulaLine {
	return line(
		'denseInstead',
		[sign('('), term('inputs', inputs), sign('+'), sign('1'), sign(')'), sign('·'), term('outputs', outputs)],
		(inputs + 1) * outputs,
	);
}
