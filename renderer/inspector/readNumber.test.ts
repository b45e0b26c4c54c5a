import { describe, expect, it } from 'vitest';
import { readMatrix, readNumber, readNumbers, stepNumber } from './readNumber.ts';

describe('readNumber', () => {
	const numbers: readonly [string, number][] = [
		['6', 6],
		[' 12 ', 12],
		['-1', -1],
		['−3', -3],
		['.5', 0.5],
		['2.', 2],
		['1e9', 1_000_000_000],
	];
	for (const [text, value] of numbers) {
		it(`reads "${text}" as ${value}`, () => expect(readNumber(text)).toEqual({ kind: 'value', value }));
	}
	const german = { decimalSign: ',' };
	const inGerman: readonly [string, number][] = [
		['0,001', 0.001],
		['0.001', 0.001],
		['1,5', 1.5],
		['1,000', 1],
		['1.000.000', 1_000_000],
		['1.234,5', 1234.5],
		['1,234.5', 1234.5],
		['−2,5', -2.5],
		['1e-3', 0.001],
	];
	for (const [text, value] of inGerman) {
		it(`reads "${text}" as ${value} in German`, () => expect(readNumber(text, german)).toEqual({ kind: 'value', value }));
	}
	it('reads a comma in English where only a fraction can be meant', () => {
		expect(readNumber('0,001')).toEqual({ kind: 'value', value: 0.001 });
		expect(readNumber('1,000,000')).toEqual({ kind: 'value', value: 1_000_000 });
	});
	it('refuses to choose between a thousand and one', () => {
		expect(readNumber('1.000', german)).toEqual({ kind: 'ambiguous', whole: 1000, fraction: 1 });
		expect(readNumber('-1,024')).toEqual({ kind: 'ambiguous', whole: -1024, fraction: -1.024 });
	});
	for (const text of ['many', '1,0,0', '1.2.3,4', '5x', 'NaN', 'Infinity', '0x10', '1 2']) {
		it(`leaves "${text}" as text, to be refused by name`, () => expect(readNumber(text)).toEqual({ kind: 'value', value: text }));
	}
	for (const text of ['', '  ', '-']) {
		it(`waits on "${text}"`, () => expect(readNumber(text)).toEqual({ kind: 'nothing' }));
	}
});

describe('readNumbers', () => {
	for (const text of ['7, 7, 16', '7×7×16', '7 × 7 × 16', '7 7 16', '7x7x16', '7;7;16,']) {
		it(`reads "${text}" as three numbers`, () => expect(readNumbers(text)).toEqual({ kind: 'value', value: [7, 7, 16] }));
	}
	it('tells fractions from separators in German', () => {
		expect(readNumbers('0,5 0,25', { decimalSign: ',' })).toEqual({ kind: 'value', value: [0.5, 0.25] });
		expect(readNumbers('7, 7, 16', { decimalSign: ',' })).toEqual({ kind: 'value', value: [7, 7, 16] });
		expect(readNumbers('7,7,16', { decimalSign: ',' })).toEqual({ kind: 'value', value: [7, 7, 16] });
	});
	it('keeps what is no number', () => expect(readNumbers('7, a')).toEqual({ kind: 'value', value: [7, 'a'] }));
	it('waits on nothing', () => expect(readNumbers(' , ')).toEqual({ kind: 'nothing' }));
});

describe('readMatrix', () => {
	it('reads a line per row and skips empty lines', () =>
		expect(readMatrix('0 -1 0\n-1 5 -1\n\n0 -1 0\n')).toEqual([
			[0, -1, 0],
			[-1, 5, -1],
			[0, -1, 0],
		]));
});

describe('stepNumber', () => {
	it('adds without binary dust', () => expect(stepNumber(0.1, 0.2, { min: 0, max: 1 })).toBe(0.3));
	it('stays within bounds', () => {
		expect(stepNumber(1, -1, { min: 1, max: 8 })).toBe(1);
		expect(stepNumber(5, 10, { min: 1, max: 8 })).toBe(8);
	});
});
