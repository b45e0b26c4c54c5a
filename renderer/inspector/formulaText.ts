import type { FormulaLine, FormulaToken } from '#shared/layers/formula.ts';

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
