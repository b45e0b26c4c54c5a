import type { Position } from '#shared/graph/document.ts';
import type { Box } from './units.ts';

export type Alignment = 'left' | 'centre' | 'right' | 'top' | 'middle' | 'bottom';
export type Direction = 'across' | 'down';

/** Something that is moved as a whole, with what it covers. */
export interface Piece extends Box {
	readonly key: string;
	/** Stays where it is; the others go by it. */
	readonly isFixed: boolean;
}

/** Where pieces go so that they share an edge or a middle: that of the fixed ones, else of all together. */
export function align(pieces: readonly Piece[], to: Alignment): ReadonlyMap<string, Position> {
	const fixed = pieces.filter(({ isFixed }) => isFixed);
	const line = lineOf(fixed.length > 0 ? fixed : pieces, to);
	return new Map(pieces.filter(({ isFixed }) => !isFixed).map((piece) => [piece.key, placeAt(piece, to, line)]));
}

function lineOf(pieces: readonly Piece[], to: Alignment): number {
	const left = Math.min(...pieces.map(({ x }) => x));
	const right = Math.max(...pieces.map(({ x, width }) => x + width));
	const top = Math.min(...pieces.map(({ y }) => y));
	const bottom = Math.max(...pieces.map(({ y, height }) => y + height));
	return { left, right, top, bottom, centre: (left + right) / 2, middle: (top + bottom) / 2 }[to];
}

function placeAt({ x, y, width, height }: Piece, to: Alignment, line: number): Position {
	switch (to) {
		case 'left':
			return { x: line, y };
		case 'centre':
			return { x: Math.round(line - width / 2), y };
		case 'right':
			return { x: line - width, y };
		case 'top':
			return { x, y: line };
		case 'middle':
			return { x, y: Math.round(line - height / 2) };
		case 'bottom':
			return { x, y: line - height };
	}
}

/** Where pieces go so that the gaps between them are equal; the outermost two stay, and so do fixed ones. */
export function distribute(pieces: readonly Piece[], direction: Direction): ReadonlyMap<string, Position> {
	const [start, size] = direction === 'across' ? (['x', 'width'] as const) : (['y', 'height'] as const);
	const sorted = [...pieces].sort((a, b) => a[start] - b[start]);
	const first = sorted[0];
	const last = sorted.at(-1);
	if (!first || !last || sorted.length < 3) return new Map();
	const room = last[start] + last[size] - first[start];
	const gap = (room - sorted.reduce((sum, piece) => sum + piece[size], 0)) / (sorted.length - 1);
	const places = new Map<string, Position>();
	let at = first[start];
	for (const piece of sorted) {
		const { x, y } = piece;
		if (!piece.isFixed) places.set(piece.key, direction === 'across' ? { x: Math.round(at), y } : { x, y: Math.round(at) });
		at += piece[size] + gap;
	}
	return places;
}
