import { countValues } from './shape.ts';

/** Row-major values with their axes in another order: axis `axes[0]` becomes the first. */
export function transpose(values: Float32Array, shape: readonly number[], axes: readonly number[]): Float32Array {
	const strides = shape.map((_, axis) => countValues(shape.slice(axis + 1)));
	const sizes = axes.map((axis) => shape[axis] ?? 1);
	const steps = axes.map((axis) => strides[axis] ?? 1);
	const moved = new Float32Array(values.length);
	const place = sizes.map(() => 0);
	let from = 0;
	for (let to = 0; to < moved.length; to++) {
		moved[to] = values[from] ?? 0;
		for (let axis = sizes.length - 1; axis >= 0; axis--) {
			from += steps[axis] ?? 0;
			const next = (place[axis] ?? 0) + 1;
			place[axis] = next;
			if (next < (sizes[axis] ?? 1)) break;
			from -= next * (steps[axis] ?? 0);
			place[axis] = 0;
		}
	}
	return moved;
}
