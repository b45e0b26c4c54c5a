import type { WeightSpec } from '#shared/layers/defineLayer.ts';
import { countValues, type MapShape } from '#shared/tensor/shape.ts';
import { transpose } from '#shared/tensor/transpose.ts';

/** How values are laid anew: seen as `view`, with the axes in another order, then as `shape`. */
export interface Arrangement {
	readonly view: readonly number[];
	readonly axes: readonly number[];
	readonly shape: readonly number[];
}

/**
 * From our order of a weight to PyTorch's and ONNX's: filters first, channels before rows and columns. `flattened` is the map that a vector was
 * made of, channel by channel, by the time it meets this weight.
 */
export function channelsFirstArrangement({ layout, shape }: Pick<WeightSpec, 'layout' | 'shape'>, flattened: MapShape | null): Arrangement {
	switch (layout) {
		case 'HWIO':
		// The first of a transposed convolution's axes is what comes in.
		case 'HWOI':
			return turned(shape, [3, 2, 0, 1]);
		case 'HWIM': {
			const [height = 1, width = 1, channels = 1, multiplier = 1] = shape;
			return { view: shape, axes: [2, 3, 0, 1], shape: [channels * multiplier, 1, height, width] };
		}
		case 'IO': {
			const [values = 1, units = 1] = shape;
			return flattened ? { view: [...flattened, units], axes: [3, 2, 0, 1], shape: [units, values] } : turned(shape, [1, 0]);
		}
		case 'C':
		case 'none': {
			const count = countValues(shape);
			return flattened ? { view: flattened, axes: [2, 0, 1], shape: [count] } : { view: [count], axes: [0], shape: [count] };
		}
	}
}

function turned(view: readonly number[], axes: readonly number[]): Arrangement {
	return { view, axes, shape: axes.map((axis) => view[axis] ?? 1) };
}

export function arrange(values: Float32Array, { view, axes }: Arrangement): Float32Array {
	return transpose(values, view, axes);
}

/** Back to our order. */
export function arrangeBack(values: Float32Array, { view, axes }: Arrangement): Float32Array {
	const back = view.map((_, axis) => axes.indexOf(axis));
	return transpose(
		values,
		axes.map((axis) => view[axis] ?? 1),
		back,
	);
}
