/**
 * Size of one sample's tensor, without the batch axis, channels-last:
 * `[28, 28, 6]` is a stack of 6 feature maps of 28 rows and 28 columns, `[120]` a vector.
 * Every dim is a positive integer.
 */
export type TensorShape = readonly number[];

/** `null` while the size is not known yet; never a guess. */
export type MaybeShape = TensorShape | null;

/** A stack of feature maps: `[height, width, channels]`. */
export type MapShape = readonly [height: number, width: number, channels: number];

export function isMapShape(shape: TensorShape): shape is MapShape {
	return shape.length === 3;
}

/** Number of values in a tensor of this shape: `[5, 5, 16]` → 400. */
export function countValues(shape: TensorShape): number {
	return shape.reduce((product, dim) => product * dim, 1);
}

export function isSameShape(a: MaybeShape, b: MaybeShape): boolean {
	if (a === null || b === null) return a === b;
	return a.length === b.length && a.every((dim, axis) => dim === b[axis]);
}
