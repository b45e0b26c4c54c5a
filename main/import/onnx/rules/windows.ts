import type { NodeConfig } from '#shared/graph/document.ts';
import { countValues } from '#shared/tensor/shape.ts';
import { halfPixelGrowth } from '../../halfPixel.ts';
import { type Tensor, Unsupported } from '../builder.ts';
import type { Call, Rule } from '../call.ts';
import { turned } from '../fold.ts';
import type { Constant } from '../tensor.ts';

type Pair = readonly [number, number];

function pair(values: readonly number[] | undefined, otherwise: Pair): Pair {
	if (!values) return otherwise;
	if (values.length !== 2) throw new Unsupported();
	return [values[0] ?? 1, values[1] ?? 1];
}

/** The map that comes in, and its size. */
function mapOf(call: Call): { readonly input: Tensor; readonly size: Pair | null } {
	const input = call.build.toMap(call.tensor(0));
	const [height, width] = input.shape ?? [];
	return { input, size: height !== undefined && width !== undefined ? [height, width] : null };
}

/** Padding in our words: `same` and `valid` by name, anything else by numbers. `SAME_LOWER` has its odd cell at the front. */
function paddingOf(call: Call, window: Pair, strides: Pair, dilations: Pair, size: Pair | null): NodeConfig {
	const automatic = call.text('auto_pad', 'NOTSET');
	if (automatic === 'VALID') return { padding: 'valid' };
	if (automatic === 'SAME_UPPER') return { padding: 'same' };
	if (automatic === 'SAME_LOWER') {
		if (!size) throw new Unsupported();
		const sides = size.map((cells, axis) => {
			const reach = ((window[axis] ?? 1) - 1) * (dilations[axis] ?? 1) + 1;
			const all = Math.max((Math.ceil(cells / (strides[axis] ?? 1)) - 1) * (strides[axis] ?? 1) + reach - cells, 0);
			return [Math.ceil(all / 2), Math.floor(all / 2)] as const;
		});
		const [rows = [0, 0], columns = [0, 0]] = sides;
		return explicit([rows[0], columns[0], rows[1], columns[1]]);
	}
	return explicit(call.integers('pads') ?? [0, 0, 0, 0]);
}

function explicit([top = 0, left = 0, bottom = 0, right = 0]: readonly number[]): NodeConfig {
	if (top + left + bottom + right === 0) return { padding: 'valid' };
	return { padding: 'explicit', pad: { top, bottom, left, right } };
}

/** `Conv`: kernels `[out, in / groups, rows, columns]`. */
export const convolution: Rule = (call) => {
	const { input, size } = mapOf(call);
	const kernel = call.constant(1);
	const [filters = 0, perGroup = 0, rows = 0, columns = 0] = kernel.shape;
	if (kernel.shape.length !== 4) throw new Unsupported();
	const groups = call.number('group', 1);
	const strides = pair(call.integers('strides'), [1, 1]);
	const dilations = pair(call.integers('dilations'), [1, 1]);
	const bias = call.optional(2) && call.floats(2);
	const settings = {
		kernelSize: [rows, columns],
		strides: [...strides],
		dilationRate: [...dilations],
		...paddingOf(call, [rows, columns], strides, dilations, size),
		activation: 'linear',
		useBias: bias !== undefined,
	};
	const values = Float32Array.from(turned(kernel, [2, 3, 1, 0]).values);
	const biasWeight = bias && { shape: [filters], values: bias };
	const isDepthwise = groups > 1 && perGroup === 1 && filters % groups === 0;
	if (isDepthwise && dilations.every((rate) => rate === 1) && strides[0] === strides[1]) {
		const depthMultiplier = filters / groups;
		return call.build.add(call.name, 'depthwiseConv2d', [input], {
			config: { ...settings, depthMultiplier },
			weights: { depthwiseKernel: { shape: [rows, columns, groups, depthMultiplier], values }, bias: biasWeight },
			takesBias: true,
		});
	}
	return call.build.add(call.name, 'conv2d', [input], {
		config: { ...settings, filters, groups },
		weights: { kernel: { shape: [rows, columns, perGroup, filters], values }, bias: biasWeight },
		takesBias: true,
	});
};

/** A kernel in groups `[in, out / groups, …]` as a whole one: what comes from another group counts nothing. */
function withoutGroups({ shape, values }: Constant, groups: number): Constant {
	if (groups === 1) return { shape, values };
	const [channels = 0, perGroup = 0, ...window] = shape;
	const cells = countValues(window);
	const filters = perGroup * groups;
	const out = new Float32Array(channels * filters * cells);
	for (let channel = 0; channel < channels; channel++) {
		const start = Math.floor((channel * groups) / channels) * perGroup;
		const own = Float32Array.from(values.slice(channel * perGroup * cells, (channel + 1) * perGroup * cells));
		out.set(own, (channel * filters + start) * cells);
	}
	return { shape: [channels, filters, ...window], values: out };
}

/** A kernel `[…, rows, columns]` whose gaps are zeros of its own. */
function withGaps({ shape, values }: Constant, [tall, wide]: Pair): Constant {
	if (tall === 1 && wide === 1) return { shape, values };
	const [a = 1, b = 1, rows = 1, columns = 1] = shape;
	const [height, width] = [(rows - 1) * tall + 1, (columns - 1) * wide + 1];
	const out = new Float32Array(a * b * height * width);
	for (const [at, value] of values.entries()) {
		const [column, row] = [at % columns, Math.floor(at / columns) % rows];
		out[Math.floor(at / (rows * columns)) * height * width + row * tall * width + column * wide] = value;
	}
	return { shape: [a, b, height, width], values: out };
}

/** `ConvTranspose`: kernels `[in, out, rows, columns]`; padding is what is cut off. */
export const transposedConvolution: Rule = (call) => {
	const { input } = mapOf(call);
	const kernel = call.constant(1);
	if (kernel.shape.length !== 4) throw new Unsupported();
	const dilations = pair(call.integers('dilations'), [1, 1]);
	const whole = withGaps(withoutGroups(kernel, call.number('group', 1)), dilations);
	const [channels = 0, filters = 0, rows = 0, columns = 0] = whole.shape;
	const strides = pair(call.integers('strides'), [1, 1]);
	const outputPadding = pair(call.integers('output_padding'), [0, 0]);
	const automatic = call.text('auto_pad', 'NOTSET');
	const bias = call.optional(2) && call.floats(2);
	let padding: NodeConfig;
	const asked =
		call.integers('output_shape') ??
		(automatic === 'SAME_LOWER' ? input.shape?.slice(0, 2).map((cells, axis) => cells * (strides[axis] ?? 1)) : undefined);
	if (asked) {
		if (!input.shape || asked.length < 2) throw new Unsupported();
		const size = asked.slice(-2);
		// What is too much is cut off; the odd cell at the front, but for SAME_UPPER.
		const cuts = [0, 1].map((axis) => {
			const all =
				((input.shape?.[axis] ?? 1) - 1) * (strides[axis] ?? 1) +
				(axis === 0 ? rows : columns) +
				(outputPadding[axis] ?? 0) -
				(size[axis] ?? 0);
			if (all < 0) throw new Unsupported();
			return automatic === 'SAME_UPPER' ? [Math.floor(all / 2), Math.ceil(all / 2)] : [Math.ceil(all / 2), Math.floor(all / 2)];
		});
		const [[top = 0, bottom = 0] = [], [left = 0, right = 0] = []] = cuts;
		padding = { padding: 'explicit', pad: { top, bottom, left, right }, outputPadding: [...outputPadding] };
	} else if (automatic === 'SAME_UPPER') padding = { padding: 'same' };
	else {
		const [top = 0, left = 0, bottom = 0, right = 0] = call.integers('pads') ?? [];
		padding = { padding: 'explicit', pad: { top, bottom, left, right }, outputPadding: [...outputPadding] };
	}
	const values = Float32Array.from(turned(whole, [2, 3, 1, 0]).values);
	const map = call.build.add(call.name, 'conv2dTranspose', [input], {
		config: { filters, kernelSize: [rows, columns], strides: [...strides], ...padding, activation: 'linear', useBias: bias !== undefined },
		weights: {
			kernel: { shape: [rows, columns, filters, channels], values },
			bias: bias && { shape: [filters], values: bias },
		},
		takesBias: true,
	});
	// Our sizes are not the file's where a setting was read in another sense.
	if (automatic === 'NOTSET' && !asked && map.shape && input.shape) {
		const [top = 0, left = 0, bottom = 0, right = 0] = call.integers('pads') ?? [];
		const grown = (cells: number, axis: 0 | 1, window: number, cut: number) =>
			(cells - 1) * strides[axis] + window - cut + outputPadding[axis];
		const [height = 0, width = 0] = input.shape;
		if (map.shape[0] !== grown(height, 0, rows, top + bottom) || map.shape[1] !== grown(width, 1, columns, left + right))
			throw new Unsupported();
	}
	return map;
};

/** With `ceil_mode` the last window may reach over the end: as many cells more are laid there. */
function pooled(call: Call, kind: string, own: NodeConfig = {}): Tensor {
	const { input, size } = mapOf(call);
	const poolSize = pair(call.integers('kernel_shape'), [1, 1]);
	const strides = pair(call.integers('strides'), [1, 1]);
	if (pair(call.integers('dilations'), [1, 1]).some((rate) => rate !== 1)) throw new Unsupported();
	let padding = paddingOf(call, poolSize, strides, [1, 1], size);
	if (call.number('ceil_mode', 0) === 1 && call.text('auto_pad', 'NOTSET') === 'NOTSET') {
		if (!size) throw new Unsupported();
		const [top = 0, left = 0, bottom = 0, right = 0] = call.integers('pads') ?? [];
		const ends = size.map((cells, axis) => {
			const [before, after] = axis === 0 ? [top, bottom] : [left, right];
			const [window, stride] = [poolSize[axis] ?? 1, strides[axis] ?? 1];
			let places = Math.ceil((cells + before + after - window) / stride) + 1;
			if ((places - 1) * stride >= cells + before) places--;
			return Math.max(after, (places - 1) * stride + window - cells - before);
		});
		const [end = 0, side = 0] = ends;
		if (own.countPadding === true && (end !== bottom || side !== right)) throw new Unsupported();
		padding = explicit([top, left, end, side]);
	}
	return call.build.add(call.name, kind, [input], { config: { poolSize: [...poolSize], strides: [...strides], ...padding, ...own } });
}

export const maxPool: Rule = (call) => pooled(call, 'maxPool2d');
export const averagePool: Rule = (call) => pooled(call, 'averagePool2d', { countPadding: call.number('count_include_pad', 0) === 1 });

/** One value of each map: `[batch, channels, 1, 1]` in the file, a row of ours. */
export function globalPool(kind: string): Rule {
	return (call) => ({ ...call.build.add(call.name, kind, [call.build.toMap(call.tensor(0))]), axes: [0, null, null] });
}

/** `ReduceMean` and `ReduceMax` over rows and columns. */
export function reduced(kind: string, windowKind: string): Rule {
	return (call) => {
		const given = call.tensor(0);
		const axes = call.integers('axes', 1);
		if (!axes || given.axes.length !== 3 || given.order) throw new Unsupported();
		const over = axes.map((axis) => (axis < 0 ? axis + given.axes.length : axis - 1));
		const kept = given.axes.flatMap((_, place) => (over.includes(place) ? [] : [place]));
		const own = given.axes[kept[0] ?? -1];
		if (given.shape?.length !== 3) throw new Unsupported();
		const keepsDims = call.number('keepdims', 1) === 1;
		if (over.length === 1 && given.axes[over[0] ?? -1] === 2) return overChannels(call, windowKind, given, keepsDims);
		if (kept.length !== 1 || own !== 2) throw new Unsupported();
		const row = call.build.add(call.name, kind, [given]);
		const axesKept = given.axes.map((_, place) => (over.includes(place) ? null : 0));
		return { ...row, axes: keepsDims ? axesKept : [0] };
	};
}

/** One value of all channels of a place: rows and columns as one, the channels as columns of a single map, and a window over all of them. */
function overChannels(call: Call, kind: string, given: Tensor, keepsDims: boolean): Tensor {
	const [height = 1, width = 1, channels = 1] = given.shape ?? [];
	const shaped = (tensor: Tensor, ...targetShape: number[]) => call.build.add(call.name, 'reshape', [tensor], { config: { targetShape } });
	const window = { poolSize: [1, channels], strides: [1, channels], padding: 'valid' };
	const pooledRows = call.build.add(call.name, kind, [shaped(given, height * width, channels, 1)], { config: window });
	if (keepsDims) return { ...shaped(pooledRows, height, width, 1), axes: given.axes };
	const plain = given.axes.filter((axis) => axis !== 2);
	return { ...shaped(pooledRows, height, width), axes: plain };
}

/** The sum over rows and columns: as many times the mean. */
export const summed: Rule = (call) => {
	const given = call.tensor(0);
	const mean = reduced('globalAveragePool2d', 'averagePool2d')(call);
	const [height = 1, width = 1] = given.shape ?? [];
	if (mean.shape?.length !== 1) throw new Unsupported();
	return { ...call.build.add(call.name, 'rescaling', [mean], { config: { scale: height * width, offset: 0 } }), axes: mean.axes };
};

/** `Resize` and `Upsample` that repeat cells, or draw straight lines between first corners. */
export const resize: Rule = (call) => {
	const given = call.tensor(0);
	const input = call.build.toMap(given);
	const [height, width] = input.shape ?? [];
	if (!height || !width) throw new Unsupported();
	// Read by the file's axes, which may be ours already.
	const places = [0, 1, 2].map((own) => given.axes.indexOf(own) + 1);
	const scales = call.integers('scales', call.node.operator === 'Upsample' ? 1 : call.opset < 11 ? 1 : 2);
	const sizes = scales && scales.length > 0 ? undefined : call.integers('sizes', 3);
	const factor = (own: number, cells: number) => (sizes ? (sizes[places[own] ?? 0] ?? 0) / cells : (scales?.[places[own] ?? 0] ?? 0));
	const size = [factor(0, height), factor(1, width)];
	if (size.some((times) => !Number.isInteger(times) || times < 1)) throw new Unsupported();
	const mode = call.text('mode', 'nearest');
	const corner = call.text('coordinate_transformation_mode', call.opset < 11 ? 'asymmetric' : 'half_pixel');
	// Whole steps repeat each cell, wherever its middle is taken to lie.
	const isNearest = mode === 'nearest' && corner !== 'align_corners';
	if (mode === 'linear' && (corner === 'half_pixel' || (corner === 'pytorch_half_pixel' && height > 1 && width > 1))) {
		const [rows = 1, columns = 1] = size;
		return halfPixelGrowth([rows, columns]).reduce<Tensor>(
			(from, { kind, config }) => call.build.add(call.name, kind, [from], { config }),
			input,
		);
	}
	if (!isNearest && !(mode === 'linear' && corner === 'asymmetric')) throw new Unsupported();
	if (isNearest && corner === 'asymmetric' && !['floor', 'round_prefer_floor'].includes(call.text('nearest_mode', 'floor')))
		throw new Unsupported();
	if (isNearest && corner === 'asymmetric' && call.text('nearest_mode', 'floor') !== 'floor' && size.some((times) => times > 2))
		throw new Unsupported();
	return call.build.add(call.name, 'upSampling2d', [input], { config: { size, interpolation: isNearest ? 'nearest' : 'bilinear' } });
};
