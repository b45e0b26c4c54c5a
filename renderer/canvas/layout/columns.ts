import type { Position } from '#shared/graph/document.ts';
import { CARD } from '#shared/graph/place.ts';

/** A wire between two cards. */
interface Link {
	readonly source: string;
	readonly target: string;
}

/** A card's place in the grid of a layout: column along the data, lane across it. Lanes may be fractions. */
export interface Cell {
	readonly column: number;
	readonly lane: number;
}

/**
 * Folds a long row of columns into rows of at most `perRow`, cutting where the fewest wires cross: between blocks, not
 * through a shortcut. Returns the row and column of each card; columns of all rows stay aligned.
 */
export function foldColumns(cells: ReadonlyMap<string, Cell>, edges: readonly Link[], perRow: number): readonly (readonly string[])[] {
	const columns = Math.max(-1, ...Array.from(cells.values(), ({ column }) => column)) + 1;
	const crossing = crossingsAfter(cells, edges, columns);
	const rows: string[][] = [];
	let start = 0;
	while (start < columns) {
		const end = columns - start <= perRow ? columns : bestCut(crossing, start, perRow);
		rows.push([...cells].filter(([, { column }]) => column >= start && column < end).map(([id]) => id));
		start = end;
	}
	return rows;
}

/** How many wires run from a column up to `index` to a later one. */
function crossingsAfter(cells: ReadonlyMap<string, Cell>, edges: readonly Link[], columns: number): readonly number[] {
	const crossing = new Array<number>(columns).fill(0);
	for (const edge of edges) {
		const from = cells.get(edge.source)?.column;
		const to = cells.get(edge.target)?.column;
		if (from === undefined || to === undefined) continue;
		for (let column = from; column < to; column++) crossing[column] = (crossing[column] ?? 0) + 1;
	}
	return crossing;
}

/** The last column with the fewest crossings in the second half of the row; the row ends after it. */
function bestCut(crossing: readonly number[], start: number, perRow: number): number {
	let best = start + perRow;
	let fewest = Number.POSITIVE_INFINITY;
	for (let end = start + Math.ceil(perRow / 2); end <= start + perRow; end++) {
		const count = crossing[end - 1] ?? 0;
		if (count <= fewest) {
			fewest = count;
			best = end;
		}
	}
	return best;
}

/** Canvas places of one row of cards from their cells: top left at `origin`, columns 184 px apart. */
export function placeRow(
	row: readonly string[],
	cells: ReadonlyMap<string, Cell>,
	origin: Position,
): { readonly positions: ReadonlyMap<string, Position>; readonly bottom: number } {
	const own = row.flatMap((id) => {
		const cell = cells.get(id);
		return cell ? [{ id, ...cell }] : [];
	});
	const firstColumn = Math.min(...own.map(({ column }) => column));
	const firstLane = Math.min(...own.map(({ lane }) => lane));
	const positions = new Map<string, Position>();
	let bottom = origin.y;
	for (const { id, column, lane } of own) {
		const y = origin.y + Math.round(lane - firstLane);
		positions.set(id, { x: origin.x + (column - firstColumn) * CARD.columnStep, y });
		bottom = Math.max(bottom, y + CARD.height);
	}
	return { positions, bottom };
}

/** Lanes less than half a card apart become one, so that a chain runs straight through its joins. */
export function snapLanes(lanes: readonly number[]): ReadonlyMap<number, number> {
	const snapped = new Map<number, number>();
	let first = Number.NEGATIVE_INFINITY;
	for (const lane of [...new Set(lanes)].sort((a, b) => a - b)) {
		if (lane - first >= CARD.height / 2) first = lane;
		snapped.set(lane, first);
	}
	return snapped;
}
