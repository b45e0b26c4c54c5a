import type { Position } from '#shared/graph/document.ts';
import type { Box } from './units.ts';

/** A line along which cards stand in line, in canvas pixels: down at `at` from the left, or across at `at` from the top. */
export interface Guide {
	readonly axis: 'x' | 'y';
	readonly at: number;
	readonly from: number;
	readonly to: number;
}

export interface Snap {
	/** By how much the dragged box moves on. */
	readonly by: Position;
	readonly guides: readonly Guide[];
}

/** Nearer than this to a neighbour's line, in canvas pixels, and a card jumps onto it. */
const REACH = 8;
const GRID = 8;

/**
 * How a dragged box comes into line with its neighbours: by left, middle or right on one axis, top, middle or bottom on the
 * other, whichever is nearest; on the grid where no neighbour is near.
 */
export function snapBox(box: Box, neighbours: readonly Box[]): Snap {
	const x = nearest('x', box, neighbours);
	const y = nearest('y', box, neighbours);
	const by = { x: x ?? toGrid(box.x), y: y ?? toGrid(box.y) };
	const moved = { ...box, x: box.x + by.x, y: box.y + by.y };
	return { by, guides: [...(x === null ? [] : guidesOf('x', moved, neighbours)), ...(y === null ? [] : guidesOf('y', moved, neighbours))] };
}

function toGrid(at: number): number {
	return Math.round(at / GRID) * GRID - at;
}

type Axis = Guide['axis'];

/** Start, middle and end of a box on an axis. */
function linesOf(axis: Axis, { x, y, width, height }: Box): readonly [number, number, number] {
	return axis === 'x' ? [x, x + width / 2, x + width] : [y, y + height / 2, y + height];
}

function nearest(axis: Axis, box: Box, neighbours: readonly Box[]): number | null {
	const own = linesOf(axis, box);
	let best: number | null = null;
	for (const neighbour of neighbours) {
		linesOf(axis, neighbour).forEach((line, index) => {
			const by = line - (own[index] ?? 0);
			if (Math.abs(by) <= REACH && (best === null || Math.abs(by) < Math.abs(best))) best = by;
		});
	}
	return best;
}

function guidesOf(axis: Axis, box: Box, neighbours: readonly Box[]): readonly Guide[] {
	const across = axis === 'x' ? 'y' : 'x';
	return linesOf(axis, box).flatMap((at, index) => {
		const inLine = neighbours.filter((neighbour) => Math.abs((linesOf(axis, neighbour)[index] ?? 0) - at) < 0.5);
		if (inLine.length === 0) return [];
		const ends = [box, ...inLine].map((each) => linesOf(across, each));
		return [{ axis, at, from: Math.min(...ends.map(([start]) => start)), to: Math.max(...ends.map(([, , end]) => end)) }];
	});
}
