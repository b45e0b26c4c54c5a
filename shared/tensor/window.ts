import { failure, ok, type Result } from '../result.ts';

/**
 * What happens at the rim of the input. `valid`: nothing. `same`: zeros so that the output has ⌈input / stride⌉ places, the odd
 * one at the end. `explicit`: as many zeros as asked for. `preserve`: zeros so that the output has the size of the input.
 */
export const paddingModes = ['valid', 'same', 'explicit', 'preserve'] as const;
export type PaddingMode = (typeof paddingModes)[number];

/** Zeros put around a map, in pixels. */
export interface Sides {
	readonly top: number;
	readonly bottom: number;
	readonly left: number;
	readonly right: number;
}

/** Values per axis, height first: `[rows, columns]`. */
export type Pair = readonly [height: number, width: number];

/** One axis of a sliding window, all in input cells. Filled by `slideWindow`. */
export interface WindowAxis {
	readonly input: number;
	readonly window: number;
	readonly dilation: number;
	readonly stride: number;
	readonly padBefore: number;
	readonly padAfter: number;
	/** `(window − 1)·dilation + 1` */
	readonly effectiveWindow: number;
	readonly output: number;
	/** Rows or columns at the end of the padded input that no window reaches. */
	readonly remainder: number;
}

export interface WindowGeometry {
	readonly height: WindowAxis;
	readonly width: WindowAxis;
}

/** One axis to slide over. `before` and `after` count only in `explicit` mode. */
export interface WindowRequest {
	readonly input: number;
	readonly window: number;
	readonly stride: number;
	readonly dilation?: number;
	readonly padding: PaddingMode;
	readonly before?: number;
	readonly after?: number;
}

/** The window is larger than the padded input: there is no place to put it. */
export interface WindowMisfit {
	readonly effectiveWindow: number;
	readonly padded: number;
	readonly input: number;
}

/** Both axes of a window over a map. */
export interface MapWindowRequest {
	readonly input: Pair;
	readonly window: Pair;
	readonly strides: Pair;
	readonly dilationRate?: Pair;
	readonly padding: PaddingMode;
	readonly pad?: Sides;
}

export interface MapWindowMisfit {
	readonly height: WindowMisfit | null;
	readonly width: WindowMisfit | null;
}

/** Cells that a window covers with gaps of `dilation − 1` between its taps: 3 taps, dilation 2 → 5. */
export function effectiveWindow(window: number, dilation: number): number {
	return (window - 1) * dilation + 1;
}

/**
 * Places of a window along one axis: `⌊1 + (m + before + after − ã) / s⌋`, in integers only.
 * 28 cells, window 5, stride 1, `valid` → 24; 7 cells, window 3, stride 2, `same` → 4 with one zero at either end.
 * Fails where not even one window fits; never gives zero or a negative size.
 */
export function slideWindow(request: WindowRequest): Result<WindowAxis, WindowMisfit> {
	const { input, window, stride } = request;
	const dilation = request.dilation ?? 1;
	const effective = effectiveWindow(window, dilation);
	const [padBefore, padAfter] = padAmounts(request, effective);
	const room = input + padBefore + padAfter - effective;
	if (room < 0) return failure({ effectiveWindow: effective, padded: input + padBefore + padAfter, input });
	const remainder = room % stride;
	return ok({
		input,
		window,
		dilation,
		stride,
		padBefore,
		padAfter,
		effectiveWindow: effective,
		output: (room - remainder) / stride + 1,
		remainder,
	});
}

function padAmounts(request: WindowRequest, effective: number): readonly [before: number, after: number] {
	const { input, stride } = request;
	switch (request.padding) {
		case 'valid':
			return [0, 0];
		case 'explicit':
			return [request.before ?? 0, request.after ?? 0];
		case 'same': {
			const total = Math.max((roundedUpPlaces(input, stride) - 1) * stride + effective - input, 0);
			const before = halfDown(total);
			return [before, total - before];
		}
		case 'preserve': {
			const amount = halfUp(input * (stride - 1) + effective - stride);
			return [amount, amount];
		}
	}
}

/** Slides over rows and columns: `[28, 28]`, window `[5, 5]`, `valid` → 24 × 24. */
export function slideOverMap(request: MapWindowRequest): Result<WindowGeometry, MapWindowMisfit> {
	const axis = (index: 0 | 1, before: number, after: number) =>
		slideWindow({
			input: request.input[index],
			window: request.window[index],
			stride: request.strides[index],
			dilation: request.dilationRate?.[index] ?? 1,
			padding: request.padding,
			before,
			after,
		});
	const height = axis(0, request.pad?.top ?? 0, request.pad?.bottom ?? 0);
	const width = axis(1, request.pad?.left ?? 0, request.pad?.right ?? 0);
	if (height.ok && width.ok) return ok({ height: height.value, width: width.value });
	return failure({ height: height.ok ? null : height.problem, width: width.ok ? null : width.problem });
}

/** Zeros around the map that a geometry stands for. */
export function sidesOf(geometry: WindowGeometry): Sides {
	return {
		top: geometry.height.padBefore,
		bottom: geometry.height.padAfter,
		left: geometry.width.padBefore,
		right: geometry.width.padAfter,
	};
}

/** One axis of a transposed window: every input cell lays a window of values onto the output. */
export interface TransposedAxis {
	readonly input: number;
	readonly window: number;
	readonly stride: number;
	/** Cells cut off the output, as many as the convolution that it reverses would have padded. */
	readonly padBefore: number;
	readonly padAfter: number;
	/** Cells added at the end, because several input sizes shrink to the same output. */
	readonly extra: number;
	readonly output: number;
}

export interface TransposedRequest {
	readonly input: number;
	readonly window: number;
	readonly stride: number;
	readonly padding: 'valid' | 'same' | 'explicit';
	readonly before?: number;
	readonly after?: number;
	/** Output padding; `null` takes what gives every step its place: input · stride with `same`, nothing lost with `valid`. */
	readonly extra: number | null;
}

/**
 * Places that a transposed window makes along one axis: `(m − 1)·s + a − before − after + extra`.
 * 14 cells, window 2, stride 2, `valid` → 28. Fails where nothing is left.
 */
export function spreadWindow(request: TransposedRequest): Result<TransposedAxis, { readonly output: number }> {
	const { input, window, stride } = request;
	const overlap = Math.max(window - stride, 0);
	const [padBefore, padAfter] = transposedPad(request, overlap);
	const isExact = request.padding === 'explicit';
	const extra = request.extra ?? (isExact ? 0 : Math.max(stride - window, 0));
	const output = (input - 1) * stride + window - padBefore - padAfter + extra;
	return output > 0 ? ok({ input, window, stride, padBefore, padAfter, extra, output }) : failure({ output });
}

function transposedPad(request: TransposedRequest, overlap: number): readonly [before: number, after: number] {
	switch (request.padding) {
		case 'valid':
			return [0, 0];
		case 'explicit':
			return [request.before ?? 0, request.after ?? 0];
		case 'same': {
			// With an output padding of its own, Keras cuts half a window at both ends.
			if (request.extra !== null) return [halfDown(request.window), halfDown(request.window)];
			return [halfDown(overlap), overlap - halfDown(overlap)];
		}
	}
}

/** Places with `same` padding, ⌈cells / stride⌉: 7 cells, stride 2 → 4. */
export function roundedUpPlaces(cells: number, stride: number): number {
	return (cells - 1 - ((cells - 1) % stride)) / stride + 1;
}

/** The stride that brings `cells` down to `places` with `same` padding: 28 → 14 by 2, 28 → 13 by none (`null`). */
export function strideBetween(cells: number, places: number): number | null {
	const stride = roundedUpPlaces(cells, places);
	return roundedUpPlaces(cells, stride) === places ? stride : null;
}

/** Most taps that fit into `cells` with gaps of `dilation − 1`: 5 cells, dilation 2 → 3. */
export function largestWindow(cells: number, dilation: number): number {
	return (cells - 1 - ((cells - 1) % dilation)) / dilation + 1;
}

/** Rows or columns of the input itself, not of its padding, that no window reaches at the end. */
export function lostCells(axis: WindowAxis): number {
	return Math.max(axis.remainder - axis.padAfter, 0);
}

function halfDown(value: number): number {
	return (value - (value % 2)) / 2;
}

function halfUp(value: number): number {
	return (value + (value % 2)) / 2;
}
