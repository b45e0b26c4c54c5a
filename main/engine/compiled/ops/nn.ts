import { type Attributes, type Dims, type Graph, outputOf, type Value, type WholeFunction } from '../graph/graph.ts';
import { known, slide } from '../graph/shapes.ts';
import { shapeOf } from './array.ts';

export type Pair = readonly [number, number];
export type PaddingMode = 'SAME' | 'VALID';

/** How a window moves over a map: strides and TensorFlow's padding mode. Height, then width. */
export interface Sliding {
	readonly strides: Pair;
	readonly padding: PaddingMode;
}

const FLOAT = { kind: 'type', value: 'float32' } as const;

function sliding({ strides, padding }: Sliding): Attributes {
	return { T: FLOAT, strides: { kind: 'ints', value: [1, ...strides, 1] }, padding: { kind: 'string', value: padding } };
}

function slid(shape: Dims, [height, width]: Pair, { strides, padding }: Sliding): readonly [Dims[0], Dims[0]] {
	return [slide(shape[1] ?? null, height, strides[0], padding) ?? null, slide(shape[2] ?? null, width, strides[1], padding) ?? null];
}

function windowOf(kernel: Dims): Pair {
	return [known(kernel[0], "a kernel's height"), known(kernel[1], "a kernel's width")];
}

/** `[n, h, w, c]` with kernel `[kh, kw, c, f]` → `[n, h′, w′, f]`. */
export function conv2d(graph: Graph, input: Value, kernel: Value, how: Sliding): Value {
	const [height, width] = slid(input.shape, windowOf(kernel.shape), how);
	return graph.value('Conv2D', {
		inputs: [input, kernel],
		attributes: sliding(how),
		output: { dtype: 'float32', shape: [input.shape[0] ?? null, height ?? null, width ?? null, kernel.shape[3] ?? null] },
	});
}

/** What `conv2d` with this kernel passes back to an input whose size is that of `like`: also the transposed convolution. */
export function conv2dBackpropInput(graph: Graph, sizes: Value, shape: Dims, kernel: Value, gradient: Value, how: Sliding): Value {
	return graph.value('Conv2DBackpropInput', {
		inputs: [sizes, kernel, gradient],
		attributes: sliding(how),
		output: { dtype: 'float32', shape },
	});
}

export function conv2dBackpropFilter(graph: Graph, input: Value, sizes: Value, shape: Dims, gradient: Value, how: Sliding): Value {
	return graph.value('Conv2DBackpropFilter', {
		inputs: [input, sizes, gradient],
		attributes: sliding(how),
		output: { dtype: 'float32', shape },
	});
}

/** Each channel by itself: kernel `[kh, kw, c, m]` → `c · m` channels. Both strides alike. */
export function depthwiseConv2d(graph: Graph, input: Value, kernel: Value, how: Sliding): Value {
	const [height, width] = slid(input.shape, windowOf(kernel.shape), how);
	const channels = known(kernel.shape[2], 'channels') * known(kernel.shape[3], 'the multiplier');
	return graph.value('DepthwiseConv2dNative', {
		inputs: [input, kernel],
		attributes: sliding(how),
		output: { dtype: 'float32', shape: [input.shape[0] ?? null, height ?? null, width ?? null, channels] },
	});
}

/** What a depthwise convolution passes back to its input and to its kernel. */
export function depthwiseGradients(graph: Graph, input: Value, kernel: Value, gradient: Value, how: Sliding): readonly [Value, Value] {
	return [
		graph.value('DepthwiseConv2dNativeBackpropInput', {
			inputs: [shapeOf(graph, input), kernel, gradient],
			attributes: sliding(how),
			output: input,
		}),
		depthwiseBackpropFilter(graph, input, shapeOf(graph, kernel), kernel.shape, gradient, how),
	];
}

export function depthwiseBackpropFilter(graph: Graph, input: Value, sizes: Value, shape: Dims, gradient: Value, how: Sliding): Value {
	return graph.value('DepthwiseConv2dNativeBackpropFilter', {
		inputs: [input, sizes, gradient],
		attributes: sliding(how),
		output: { dtype: 'float32', shape },
	});
}

export type PoolOp = 'MaxPool' | 'AvgPool';

/** Largest value or mean of each window, channel by channel. The mean leaves out what lies in the padding. */
export function pool(graph: Graph, op: PoolOp, input: Value, window: Pair, how: Sliding): Value {
	const [height, width] = slid(input.shape, window, how);
	return graph.value(op, {
		inputs: [input],
		attributes: { ...sliding(how), ksize: { kind: 'ints', value: [1, ...window, 1] } },
		output: { dtype: 'float32', shape: [input.shape[0] ?? null, height ?? null, width ?? null, input.shape[3] ?? null] },
	});
}

/** Adds one number per channel. */
export function biasAdd(graph: Graph, value: Value, bias: Value, whole?: WholeFunction): Value {
	return graph.value('BiasAdd', { inputs: [value, bias], attributes: { T: FLOAT }, output: value, ...(whole && { whole }) });
}

/** Sums over all axes but the last. */
export function biasAddGradient(graph: Graph, gradient: Value): Value {
	return graph.value('BiasAddGrad', {
		inputs: [gradient],
		attributes: { T: FLOAT },
		output: { dtype: 'float32', shape: gradient.shape.slice(-1) },
	});
}

/** −log softmax(logits)[label] of every row of `[n, k]`, and its gradient for the logits. */
export function sparseSoftmaxCrossEntropy(graph: Graph, logits: Value, labels: Value): Value {
	const node = graph.add('SparseSoftmaxCrossEntropyWithLogits', {
		inputs: [logits, labels],
		attributes: { T: FLOAT, Tlabels: { kind: 'type', value: 'int32' } },
		outputs: [{ dtype: 'float32', shape: logits.shape.slice(0, 1) }, logits],
	});
	return outputOf(node, 0);
}

/** Every value over (bias + α · Σ of the squares of its neighbours in the channels)^β. */
export function localResponse(
	graph: Graph,
	input: Value,
	settings: { readonly depthRadius: number; readonly bias: number; readonly alpha: number; readonly beta: number },
): Value {
	return graph.value('LRN', {
		inputs: [input],
		attributes: {
			T: FLOAT,
			depth_radius: { kind: 'int', value: settings.depthRadius },
			bias: { kind: 'float', value: settings.bias },
			alpha: { kind: 'float', value: settings.alpha },
			beta: { kind: 'float', value: settings.beta },
		},
		output: input,
	});
}

/** −Σ target · log softmax(logits) of every row of `[n, k]`. */
export function softmaxCrossEntropy(graph: Graph, logits: Value, targets: Value): Value {
	const node = graph.add('SoftmaxCrossEntropyWithLogits', {
		inputs: [logits, targets],
		attributes: { T: FLOAT },
		outputs: [{ dtype: 'float32', shape: logits.shape.slice(0, 1) }, logits],
	});
	return outputOf(node, 0);
}
