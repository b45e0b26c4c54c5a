import { expect, it } from 'vitest';
import { pieces } from '#shared/pieces/pieces.ts';
import { glyphOf } from './glyphOf.ts';

const glyph = (name: string) => {
	const piece = pieces.find((candidate) => candidate.name === name);
	if (!piece) throw new Error(`no piece ${name}`);
	return glyphOf(piece.build(null));
};

it('draws a block as columns, and its shortcut as an arc from where the data comes in', () => {
	// conv, norm, relu, conv, norm, add, relu
	const { columns, rows, bars, arcs } = glyph('residual');
	expect([columns, rows]).toEqual([7, 1]);
	expect(bars.map(({ kind }) => kind)).toContain('add');
	expect(arcs).toEqual([{ from: -1, to: 5 }]);
});

it('draws a branch below the path', () => {
	const { rows, arcs } = glyph('residual-down');
	expect(rows).toBe(2);
	expect(arcs).toEqual([{ from: 1, to: 5 }]);
});
