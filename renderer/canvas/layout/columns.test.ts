import { describe, expect, it } from 'vitest';
import { type Cell, foldColumns, placeRow, snapLanes } from './columns.ts';

const chain = (length: number) => {
	const cells = new Map<string, Cell>(Array.from({ length }, (_, column) => [`n${column}`, { column, lane: 0 }]));
	const edges = Array.from({ length: length - 1 }, (_, index) => ({
		source: `n${index}`,
		sourcePort: 'out',
		target: `n${index + 1}`,
		targetPort: 'in',
	}));
	return { cells, edges };
};

describe('folding a long network into rows', () => {
	it('keeps a row that fits', () => {
		const { cells, edges } = chain(5);
		expect(foldColumns(cells, edges, 6)).toHaveLength(1);
	});

	it('fills rows of a plain chain', () => {
		const { cells, edges } = chain(12);
		expect(foldColumns(cells, edges, 5).map((row) => row.length)).toEqual([5, 5, 2]);
	});

	it('does not cut through a shortcut when it can cut beside it', () => {
		const { cells, edges } = chain(10);
		const shortcut = { source: 'n3', sourcePort: 'out', target: 'n6', targetPort: 'in' };
		const [first] = foldColumns(cells, [...edges, shortcut], 6);
		expect(first).toEqual(['n0', 'n1', 'n2']);
	});

	it('places an empty network nowhere', () => {
		expect(foldColumns(new Map(), [], 5)).toEqual([]);
	});
});

describe('placing a row', () => {
	it('puts columns 184 px apart and lanes as they are, from the origin', () => {
		const cells = new Map<string, Cell>([
			['a', { column: 5, lane: 300 }],
			['b', { column: 6, lane: 0 }],
		]);
		const { positions, bottom } = placeRow(['a', 'b'], cells, { x: 24, y: 40 });
		expect([...positions]).toEqual([
			['a', { x: 24, y: 340 }],
			['b', { x: 208, y: 40 }],
		]);
		expect(bottom).toBe(556);
	});
});

describe('lanes across the flow', () => {
	it('are one where they differ by less than half a card', () => {
		expect([...snapLanes([48, 12, 268, 12])]).toEqual([
			[12, 12],
			[48, 12],
			[268, 268],
		]);
	});
});
