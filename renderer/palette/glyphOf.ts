import type { PieceBody } from '#shared/pieces/piece.ts';

/** A layer in the small picture of a piece; places are columns and rows from 0. */
export interface GlyphBar {
	readonly id: string;
	readonly kind: string;
	readonly column: number;
	readonly row: number;
}

export interface Glyph {
	readonly columns: number;
	readonly rows: number;
	readonly bars: readonly GlyphBar[];
	/** Wires around the layers between, by columns; -1 is where the data comes in. */
	readonly arcs: readonly { readonly from: number; readonly to: number }[];
}

/** A piece as columns in the order of the data: each layer behind the last that feeds it, branches one below the other. */
export function glyphOf({ document, inputs }: PieceBody): Glyph {
	const columns = new Map<string, number>();
	const columnOf = (id: string): number => {
		const known = columns.get(id);
		if (known !== undefined) return known;
		// While it is worked out: a loop cannot lead back here for ever.
		columns.set(id, 0);
		const before = document.edges.filter((edge) => edge.target === id).map((edge) => columnOf(edge.source) + 1);
		const column = Math.max(0, ...before);
		columns.set(id, column);
		return column;
	};
	const heights = new Map<number, number>();
	const bars = document.nodes.map(({ id, kind }): GlyphBar => {
		const column = columnOf(id);
		const row = heights.get(column) ?? 0;
		heights.set(column, row + 1);
		return { id, kind, column, row };
	});
	const wires = [
		...inputs.map(({ node }) => ({ from: -1, to: columnOf(node) })),
		...document.edges.map(({ source, target }) => ({ from: columnOf(source), to: columnOf(target) })),
	];
	const arcs = new Map(wires.filter(({ from, to }) => to - from > 1).map((arc) => [`${arc.from} ${arc.to}`, arc]));
	return {
		columns: Math.max(1, ...bars.map(({ column }) => column + 1)),
		rows: Math.max(1, ...heights.values()),
		bars,
		arcs: [...arcs.values()],
	};
}
