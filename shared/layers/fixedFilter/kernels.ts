import type { ConfigOf } from '../fields.ts';
import type { FilterName, FixedFilterFields } from './fields.ts';

type Rows = readonly (readonly number[])[];

const given: Readonly<Partial<Record<FilterName, Rows>>> = {
	identity: [
		[0, 0, 0],
		[0, 1, 0],
		[0, 0, 0],
	],
	sharpen: [
		[0, -1, 0],
		[-1, 5, -1],
		[0, -1, 0],
	],
	sobelX: [
		[-1, 0, 1],
		[-2, 0, 2],
		[-1, 0, 1],
	],
	sobelY: [
		[-1, -2, -1],
		[0, 0, 0],
		[1, 2, 1],
	],
	laplacian: [
		[-1, -1, -1],
		[-1, 8, -1],
		[-1, -1, -1],
	],
	emboss: [
		[-2, -1, 0],
		[-1, 1, 1],
		[0, 1, 2],
	],
};

/** Rows of the window that a filter slides: box blur of 3 → nine times 1/9. */
export function kernelOf({ filter, size, sigma, matrix }: ConfigOf<FixedFilterFields>): Rows {
	if (filter === 'own') return matrix;
	if (filter === 'boxBlur') return square(size, () => 1 / (size * size));
	if (filter === 'gaussianBlur') return gaussian(size, sigma);
	const rows = given[filter];
	if (!rows) throw new Error(`The filter ${filter} was assumed to have a window.`);
	return rows;
}

function square(size: number, value: (row: number, column: number) => number): Rows {
	return Array.from({ length: size }, (_, row) => Array.from({ length: size }, (_, column) => value(row, column)));
}

/** A bell of deviation σ around the middle, adding up to 1. */
function gaussian(size: number, sigma: number): Rows {
	const middle = (size - 1) / 2;
	const bell = square(size, (row, column) => Math.exp(-((row - middle) ** 2 + (column - middle) ** 2) / (2 * sigma ** 2)));
	const sum = bell.flat().reduce((all, tap) => all + tap, 0);
	return bell.map((row) => row.map((tap) => tap / sum));
}
