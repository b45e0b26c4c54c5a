import type { WindowAxis, WindowGeometry } from '#shared/tensor/window.ts';

/** A run of neighbouring cells as drawn: cells `from` to `to` (not included), the first at pixel `at`. */
export interface Stretch {
	readonly from: number;
	readonly to: number;
	readonly at: number;
}

/** One axis of a map as drawn. Long ones show their beginning and their end with a cut between. */
export interface AxisLayout {
	/** All cells, drawn or not. */
	readonly count: number;
	readonly cell: number;
	readonly stretches: readonly Stretch[];
	/** Pixels from the first to the last drawn cell. */
	readonly length: number;
}

export interface MapLayout {
	readonly x: AxisLayout;
	readonly y: AxisLayout;
}

/** Padded input and output side by side at the same pixels per cell. */
export interface PictureLayout {
	readonly cell: number;
	readonly input: MapLayout;
	readonly output: MapLayout;
	/** Places of the window that can be drawn whole, with their output cell. */
	readonly places: { readonly x: readonly number[]; readonly y: readonly number[] };
}

const MOST_CELLS = 32;
/** Cells kept at the end of a cut axis: enough for a rim of zeros and for rows that no window reaches. */
const TAIL_CELLS = 8;
const CUT_GAP = 6;
const SMALLEST_CELL = 2;
const LARGEST_CELL = 18;

/** Padded size of an axis: 28 cells and two zeros on either side → 32. */
export function paddedSize(axis: WindowAxis): number {
	return axis.padBefore + axis.input + axis.padAfter;
}

/** Lays 40 cells of 4 px out as 24 + cut + 8; up to 32 in one stretch. */
export function layOutAxis(count: number, cell: number): AxisLayout {
	if (count <= MOST_CELLS) return { count, cell, stretches: [{ from: 0, to: count, at: 0 }], length: count * cell };
	const head = MOST_CELLS - TAIL_CELLS;
	const tailAt = head * cell + CUT_GAP;
	return {
		count,
		cell,
		stretches: [
			{ from: 0, to: head, at: 0 },
			{ from: count - TAIL_CELLS, to: count, at: tailAt },
		],
		length: tailAt + TAIL_CELLS * cell,
	};
}

/** Pixels of cells `from` to `to` (not included), where they lie in one stretch; `null` where the cut hides them. */
export function spanOf(axis: AxisLayout, from: number, to: number): { readonly at: number; readonly length: number } | null {
	const stretch = axis.stretches.find((candidate) => candidate.from <= from && to <= candidate.to);
	return stretch ? { at: stretch.at + (from - stretch.from) * axis.cell, length: (to - from) * axis.cell } : null;
}

/** All drawn parts of cells `from` to `to` (not included). */
export function partsOf(axis: AxisLayout, from: number, to: number): readonly { readonly at: number; readonly length: number }[] {
	return axis.stretches.flatMap((stretch) => {
		const start = Math.max(from, stretch.from);
		const end = Math.min(to, stretch.to);
		return start < end ? [{ at: stretch.at + (start - stretch.from) * axis.cell, length: (end - start) * axis.cell }] : [];
	});
}

/** The cell at a pixel; in the cut, the nearest drawn one. */
export function cellAt(axis: AxisLayout, pixel: number): number {
	const stretch = axis.stretches.filter((candidate) => pixel >= candidate.at).at(-1) ?? axis.stretches[0];
	if (!stretch) return 0;
	return Math.min(Math.max(stretch.from + Math.floor((pixel - stretch.at) / axis.cell), stretch.from), stretch.to - 1);
}

/** Fits both maps into `width` × `height` px with `gap` px between. */
export function layOutPicture(
	geometry: WindowGeometry,
	room: { readonly width: number; readonly height: number; readonly gap: number },
): PictureLayout {
	const { height, width } = geometry;
	const drawn = (cells: number): number => Math.min(cells, MOST_CELLS);
	const cut = (cells: number): number => (cells > MOST_CELLS ? CUT_GAP : 0);
	const [rows, columns] = [paddedSize(height), paddedSize(width)];
	const across = (room.width - room.gap - cut(columns) - cut(width.output)) / (drawn(columns) + drawn(width.output));
	const tallest = Math.max(rows, height.output);
	const down = (room.height - cut(tallest)) / drawn(tallest);
	const cell = Math.max(SMALLEST_CELL, Math.min(LARGEST_CELL, Math.floor(Math.min(across, down) * 2) / 2));
	const input = { x: layOutAxis(columns, cell), y: layOutAxis(rows, cell) };
	const output = { x: layOutAxis(width.output, cell), y: layOutAxis(height.output, cell) };
	return {
		cell,
		input,
		output,
		places: { x: visiblePlaces(width, input.x, output.x), y: visiblePlaces(height, input.y, output.y) },
	};
}

function visiblePlaces(axis: WindowAxis, input: AxisLayout, output: AxisLayout): readonly number[] {
	const places: number[] = [];
	for (const { from, to } of output.stretches) {
		for (let place = from; place < to; place++) {
			const start = place * axis.stride;
			if (spanOf(input, start, start + axis.effectiveWindow)) places.push(place);
		}
	}
	return places;
}
