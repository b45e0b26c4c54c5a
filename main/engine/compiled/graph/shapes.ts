import type { Dim, Dims } from './graph.ts';

/** The size of two values combined place by place, where a size of 1 serves a whole axis: `[null, 7, 7, 4]` and `[4]` → `[null, 7, 7, 4]`. */
export function broadcastShape(first: Dims, second: Dims): Dims {
	const rank = Math.max(first.length, second.length);
	return Array.from({ length: rank }, (_, axis) => {
		const a = dimFromEnd(first, rank - axis);
		const b = dimFromEnd(second, rank - axis);
		if (a === 1) return b;
		if (b === 1 || a === b) return a;
		throw new Error(`sizes ${spell(first)} and ${spell(second)} do not go together`);
	});
}

/** Axes of `whole` over which a value of size `part` was repeated, and so over which its gradient is summed. */
export function repeatedAxes(whole: Dims, part: Dims): readonly number[] {
	const missing = whole.length - part.length;
	return whole.flatMap((size, axis) => (axis < missing || (part[axis - missing] === 1 && size !== 1) ? [axis] : []));
}

export function isSameDims(first: Dims, second: Dims): boolean {
	return first.length === second.length && first.every((size, axis) => size === second[axis]);
}

/** Values of one sample, or of all where no size is open. Throws when a size other than the first is open. */
export function countPerSample(shape: Dims): number {
	return shape.reduce<number>((product, size, axis) => {
		if (size === null && axis > 0) throw new Error(`size ${spell(shape)} is open besides the batch`);
		return product * (size ?? 1);
	}, 1);
}

/** For ops that take one unknown size as −1. */
export function spellOpen(shape: Dims): number[] {
	return shape.map((size) => size ?? -1);
}

/** Places of a window sliding over an axis, as TensorFlow counts them. */
export function slide(size: Dim, window: number, stride: number, padding: 'SAME' | 'VALID'): Dim {
	if (size === null) return null;
	return padding === 'SAME' ? Math.ceil(size / stride) : Math.floor((size - window) / stride) + 1;
}

export function known(size: Dim | undefined, what: string): number {
	if (size === null || size === undefined) throw new Error(`${what} is not known`);
	return size;
}

function dimFromEnd(shape: Dims, place: number): Dim {
	const size = shape[shape.length - place];
	return size === undefined ? 1 : size;
}

function spell(shape: Dims): string {
	return shape.map((size) => size ?? '?').join('×');
}
