import type { Position } from '#shared/graph/document.ts';
import { FRAME } from '#shared/graph/groupPlace.ts';
import { CARD } from '#shared/graph/place.ts';
import type { Column } from './lanes.ts';
import type { Box, Unit } from './units.ts';

export const COLUMN_GAP = CARD.columnStep - CARD.width;
/** Between the cards of two rows: the regions' borders and the lane for the wire that steps back. */
const ROW_GAP = CARD.rowStep - CARD.height;
/** A frame's own border lies in the gap between two columns, so that columns of all rows stay aligned. */
const FREE_OVERHANG = FRAME.side;

/** Room that a unit takes in its column. */
export function widthInColumn(unit: Unit): number {
	return unit.width - 2 * Math.min(unit.overhang, FREE_OVERHANG);
}

/** Top left corners of rows of columns under one another, each beginning at the left edge, from (0, 0). */
export function stackRows(
	rows: readonly (readonly Column[])[],
	units: ReadonlyMap<string, Unit>,
): readonly ReadonlyMap<string, Position>[] {
	let y = 0;
	return rows.map((row) => {
		const placed = new Map<string, Position>();
		const highest = Math.min(...row.flatMap((column) => [...column.values()]));
		let x = 0;
		let bottom = y;
		for (const column of row) {
			let width = 0;
			for (const [key, height] of column) {
				const unit = units.get(key);
				if (!unit) continue;
				const at = { x: x - Math.min(unit.overhang, FREE_OVERHANG), y: y + height - highest };
				placed.set(key, at);
				bottom = Math.max(bottom, at.y + unit.height);
				width = Math.max(width, widthInColumn(unit));
			}
			x += width + COLUMN_GAP;
		}
		y = bottom + ROW_GAP;
		return placed;
	});
}

/** Least distance to a card that stays where it is. */
const CLEARANCE = 24;

/**
 * Moves what would lie on an obstacle to the right, and with it all that stands behind it in its row, so that the order stays and
 * nothing comes to lie on anything else.
 */
export function clearObstacles(
	row: ReadonlyMap<string, Position>,
	units: ReadonlyMap<string, Unit>,
	obstacles: readonly Box[],
): ReadonlyMap<string, Position> {
	const lefts = [...row].sort(([, a], [, b]) => a.x - b.x);
	const cleared = new Map<string, Position>();
	let shift = 0;
	for (let index = 0; index < lefts.length; ) {
		const end = columnEnd(lefts, index, units);
		const column = lefts.slice(index, end);
		shift = clearColumn(column, units, obstacles, shift);
		for (const [key, { x, y }] of column) cleared.set(key, { x: x + shift, y });
		index = end;
	}
	return cleared;
}

/** Units that start before the first of them has ended stand in one column. */
function columnEnd(lefts: readonly (readonly [string, Position])[], start: number, units: ReadonlyMap<string, Unit>): number {
	let end = start;
	let right = Number.NEGATIVE_INFINITY;
	for (; end < lefts.length; end++) {
		const entry = lefts[end];
		if (!entry || (end > start && entry[1].x >= right)) break;
		right = Math.max(right, entry[1].x + (units.get(entry[0])?.width ?? 0));
	}
	return end;
}

function clearColumn(
	column: readonly (readonly [string, Position])[],
	units: ReadonlyMap<string, Unit>,
	obstacles: readonly Box[],
	from: number,
): number {
	let shift = from;
	// Each round passes an obstacle for good, so this ends.
	for (let isClear = false; !isClear; ) {
		isClear = true;
		for (const [key, { x, y }] of column) {
			const unit = units.get(key);
			if (!unit) continue;
			for (const obstacle of obstacles) {
				if (!isNear({ x: x + shift, y, width: unit.width, height: unit.height }, obstacle)) continue;
				shift = Math.floor(obstacle.x + obstacle.width + CLEARANCE - x) + 1;
				isClear = false;
			}
		}
	}
	return shift;
}

function isNear(a: Box, b: Box): boolean {
	return (
		a.x < b.x + b.width + CLEARANCE &&
		b.x < a.x + a.width + CLEARANCE &&
		a.y < b.y + b.height + CLEARANCE / 2 &&
		b.y < a.y + a.height + CLEARANCE / 2
	);
}
