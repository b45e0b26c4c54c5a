import { describe, expect, it } from 'vitest';
import type { FormulaToken } from '#shared/layers/formula.ts';
import { groupLines, hasNumbers, spellFormula } from './formulaText.ts';

function tokens(...pairs: readonly (readonly [symbol: string, number: string])[]): readonly FormulaToken[] {
	return pairs.map(([symbol, number]) => ({ symbol, number, role: 'plain' }));
}

const width = tokens(
	['⌊', '⌊'],
	['1', '1'],
	['+', '+'],
	['(', '('],
	['m', '28'],
	['−', '−'],
	['a', '5'],
	[')', ')'],
	['/', '/'],
	['s', '1'],
	['⌋', '⌋'],
);

describe('spellFormula', () => {
	it('writes symbols and numbers with room around plus, minus and the fraction', () => {
		expect(spellFormula(width, 'symbol')).toBe('⌊1 + (m − a) / s⌋');
		expect(spellFormula(width, 'number')).toBe('⌊1 + (28 − 5) / 1⌋');
	});
});

describe('groupLines', () => {
	it('keeps lines of equal length together and others apart', () => {
		const line = (label: string, length: number) => ({ label, tokens: width.slice(0, length), result: 1 });
		expect(groupLines([line('width', 9), line('height', 9), line('depth', 1)]).map((group) => group.map(({ label }) => label))).toEqual([
			['width', 'height'],
			['depth'],
		]);
	});
});

describe('hasNumbers', () => {
	it('is false for a single symbol', () => expect(hasNumbers({ label: 'depth', tokens: tokens(['filters', '6']), result: 6 })).toBe(false));
	it('is true for a formula', () => expect(hasNumbers({ label: 'width', tokens: width, result: 24 })).toBe(true));
});
