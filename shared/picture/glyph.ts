import { isMapShape, type TensorShape } from '../tensor/shape.ts';

/** Measures of a picture of a tensor, in pixels. A stack of maps is a slab, a vector is a bar. */
export type GlyphMeasure = SlabMeasure | BarMeasure;

/** A slab seen aslant: front `depth × height`, face `width` drawn along the slope. Origin: top left of the front. */
export interface SlabMeasure {
	readonly kind: 'slab';
	readonly height: number;
	readonly width: number;
	readonly depth: number;
	/** Parts that lines divide the front into, one per channel up to eight. */
	readonly channels: number;
}

export interface BarMeasure {
	readonly kind: 'bar';
	readonly height: number;
	readonly width: number;
	/** Cells drawn, where there are few enough to count; 0 for a plain bar. */
	readonly cells: number;
}

/** How large pictures are drawn: on a node's card, or in a row of a whole network. */
export interface GlyphScale {
	/** Height of the largest map's face. */
	readonly slab: number;
	/** Height of the longest bar. */
	readonly bar: number;
	readonly barWidth: number;
	/** Depth per doubling of the channels, at a slab of 60 px. */
	readonly depthPerDoubling: number;
}

export const nodeScale: GlyphScale = { slab: 60, bar: 92, barWidth: 9, depthPerDoubling: 4.6 };
export const stripScale: GlyphScale = { slab: 58, bar: 52, barWidth: 5.2, depthPerDoubling: 4.6 };
/** For a dozen slabs and more in one row. */
export const denseStripScale: GlyphScale = { ...stripScale, depthPerDoubling: 2.6 };

const SMALLEST_SIDE = 9;
const MOST_CHANNEL_LINES = 8;
const MOST_BAR_CELLS = 16;
/** Flattens the ratio of sides, so that 7 × 7 stays visible beside 224 × 224 and 28, 14 and 10 still look different. */
const SIDE_EXPONENT = 0.6;

/** Slope of the face: pixels across and up per pixel of map width. */
export const slope = { across: 0.46, up: 0.34 } as const;

/** `[28, 28, 6]` in a network whose largest side is 28 → slab of 60 × 60, depth 14.9; `[400]` → bar 70.4 high. */
export function measureGlyph(shape: TensorShape, largest: number, scale: GlyphScale = nodeScale): GlyphMeasure {
	if (shape.length <= 1) return measureBar(shape[0] ?? 1, scale);
	const [rows, columns, channels] = isMapShape(shape) ? shape : ([shape[0] ?? 1, 1, shape.at(-1) ?? 1] as const);
	const side = (cells: number): number => Math.max(SMALLEST_SIDE, scale.slab * (cells / Math.max(largest, cells)) ** SIDE_EXPONENT);
	const depth = channels === 1 ? 4 : 3 + scale.depthPerDoubling * Math.log2(channels);
	return {
		kind: 'slab',
		height: side(rows),
		width: side(columns),
		depth: (depth * scale.slab) / nodeScale.slab,
		channels: Math.min(channels, MOST_CHANNEL_LINES),
	};
}

function measureBar(values: number, scale: GlyphScale): BarMeasure {
	return {
		kind: 'bar',
		height: Math.min(scale.bar, scale.bar * (0.16 + 0.07 * Math.log2(values))),
		width: scale.barWidth,
		cells: values <= MOST_BAR_CELLS ? values : 0,
	};
}

/** Outer size of the drawing. */
export function boundsOf(measure: GlyphMeasure): { readonly width: number; readonly height: number } {
	if (measure.kind === 'bar') return { width: measure.width, height: measure.height };
	return { width: measure.depth + measure.width * slope.across, height: measure.height + measure.width * slope.up };
}

/** Largest height or width among the maps of a network; 1 where there are none. */
export function largestSide(shapes: Iterable<TensorShape | null>): number {
	let largest = 1;
	for (const shape of shapes) {
		if (shape && shape.length > 1) largest = Math.max(largest, shape[0] ?? 1, isMapShape(shape) ? shape[1] : 1);
	}
	return largest;
}

/** Measures on the way from one picture to another, `share` between 0 and 1. Different kinds do not mix: the new one stands at once. */
export function mixMeasures(from: GlyphMeasure, to: GlyphMeasure, share: number): GlyphMeasure {
	const mix = (a: number, b: number): number => a + (b - a) * share;
	if (from.kind === 'slab' && to.kind === 'slab') {
		return { ...to, height: mix(from.height, to.height), width: mix(from.width, to.width), depth: mix(from.depth, to.depth) };
	}
	if (from.kind === 'bar' && to.kind === 'bar') return { ...to, height: mix(from.height, to.height), width: mix(from.width, to.width) };
	return to;
}

export function isSameMeasure(a: GlyphMeasure | null, b: GlyphMeasure | null): boolean {
	if (a === null || b === null) return a === b;
	if (a.kind === 'slab') {
		return b.kind === 'slab' && a.height === b.height && a.width === b.width && a.depth === b.depth && a.channels === b.channels;
	}
	return b.kind === 'bar' && a.height === b.height && a.width === b.width && a.cells === b.cells;
}
