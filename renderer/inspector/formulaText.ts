import type { FormulaLine, FormulaToken } from '#shared/layers/formula.ts';
import type { Formatter } from '#shared/text/formatter.ts';
import { message } from '#shared/text/message.ts';

const SPACED = new Set(['+', '−', '/']);

/** A formula as one line of text: `⌊1 + (28 + 2·2 − 5) / 1⌋`, or its symbols. */
export function spellFormula(tokens: readonly FormulaToken[], as: 'symbol' | 'number'): string {
	return tokens.map((token) => (SPACED.has(token[as]) ? ` ${token[as]} ` : token[as])).join('');
}

/** Lines with the same number of tokens stand in one grid, so that width and height are aligned. */
export function groupLines(lines: readonly FormulaLine[]): readonly (readonly FormulaLine[])[] {
	const groups: FormulaLine[][] = [];
	for (const line of lines) {
		const last = groups.at(-1);
		if (last && last[0]?.tokens.length === line.tokens.length) last.push(line);
		else groups.push([line]);
	}
	return groups;
}

/** True when the numbers say something that the symbols do not. */
export function hasNumbers(line: FormulaLine): boolean {
	return line.tokens.length > 1 && line.tokens.some((token) => token.symbol !== token.number);
}

/** A line as it is read out: its label, symbols, numbers and result, the numbers only where they say more. */
export function spokenFormula(line: FormulaLine, format: Formatter): string {
	const values = {
		label: message(line.label),
		symbols: spellFormula(line.tokens, 'symbol'),
		numbers: spellFormula(line.tokens, 'number'),
		result: line.result === null ? '?' : format.count(line.result),
	};
	return format.text(message(hasNumbers(line) ? 'inspector.formula.spoken' : 'inspector.formula.spokenShort', values));
}
