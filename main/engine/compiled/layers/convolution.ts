import { z } from 'zod';
import type { Dims, Graph, Value } from '../graph/graph.ts';
import { known, spellOpen } from '../graph/shapes.ts';
import { concat, constant, ints, pack, pad, reshape, shapeOf, slice, sliceAxis, transpose } from '../ops/array.ts';
import { biasAdd, conv2d, conv2dBackpropInput, depthwiseConv2d, type Sliding } from '../ops/nn.ts';
import { activate } from './activation.ts';
import { emitter, type LayerContext, type LayerEmitter, onlyInput, pairSchema, weightOf } from './emitter.ts';
import { addPenalty, penaltySchema } from './penalty.ts';

const windowSchema = z.object({
	strides: pairSchema,
	padding: z.enum(['valid', 'same']),
	data_format: z.literal('channels_last').optional(),
});

const ending = { activation: z.string(), use_bias: z.boolean() };

function slidingOf({ strides, padding }: z.infer<typeof windowSchema>): Sliding {
	return { strides, padding: padding === 'same' ? 'SAME' : 'VALID' };
}

/** Bias, then activation. */
export function finish(value: Value, { activation }: { readonly activation: string }, context: LayerContext): Value {
	const bias = context.weight('bias');
	return activate(context.graph, activation, bias ? biasAdd(context.graph, value, bias) : value);
}

/**
 * A kernel with its gaps filled by zeros: `[3, 3, c, f]` with dilation 2 → `[5, 5, c, f]`. TensorFlow has no gradient of a window
 * with gaps on a CPU.
 */
function expandKernel(graph: Graph, kernel: Value, [down, across]: readonly [number, number]): Value {
	if (down === 1 && across === 1) return kernel;
	const [height = 1, width = 1, channels = 1, filters = 1] = kernel.shape.map((size) => known(size, "a kernel's size"));
	const apart = pad(graph, reshape(graph, kernel, [height, 1, width, 1, channels * filters]), [
		[0, 0],
		[0, down - 1],
		[0, 0],
		[0, across - 1],
		[0, 0],
	]);
	const spread = reshape(graph, apart, [height * down, width * across, channels, filters]);
	return slice(graph, spread, [0, 0, 0, 0], [(height - 1) * down + 1, (width - 1) * across + 1, channels, filters]);
}

/** Each group of filters over its group of channels; one channel per group is a depthwise convolution. */
function convolveInGroups(graph: Graph, input: Value, kernel: Value, how: Sliding, groups: number): Value {
	if (groups === 1) return conv2d(graph, input, kernel, how);
	const [height = 1, width = 1, perGroup = 1, filters = 1] = kernel.shape.map((size) => known(size, "a kernel's size"));
	if (perGroup === 1 && how.strides[0] === how.strides[1]) {
		return depthwiseConv2d(graph, input, reshape(graph, kernel, [height, width, groups, filters / groups]), how);
	}
	const parts = Array.from({ length: groups }, (_, group) =>
		conv2d(
			graph,
			sliceAxis(graph, input, 3, group * perGroup, perGroup),
			sliceAxis(graph, kernel, 3, (group * filters) / groups, filters / groups),
			how,
		),
	);
	return concat(graph, parts, 3);
}

/** tfjs's and Keras's size of a transposed convolution. */
function transposedSize(size: number, window: number, stride: number, padding: 'valid' | 'same'): number {
	return padding === 'same' ? size * stride : size * stride + Math.max(window - stride, 0);
}

/** The size with the batch of `like`, for ops that take a whole size. */
function sizesWithBatch(graph: Graph, like: Value, shape: Dims): Value {
	const batch = reshape(graph, slice(graph, shapeOf(graph, like), [0], [1]), []);
	return pack(graph, [batch, ...spellOpen(shape.slice(1)).map((size) => ints(graph, size))]);
}

export const convolutionLayers: Readonly<Record<string, LayerEmitter>> = {
	Conv2D: emitter(
		windowSchema.extend({ ...ending, dilation_rate: pairSchema, groups: z.literal(1).optional(), kernel_regularizer: penaltySchema }),
		(config, inputs, context) => {
			const kernel = context.kernel();
			addPenalty(context, kernel, config.kernel_regularizer);
			const expanded = expandKernel(context.graph, kernel, config.dilation_rate);
			return finish(conv2d(context.graph, onlyInput(inputs), expanded, slidingOf(config)), config, context);
		},
	),
	GroupedConv2D: emitter(
		windowSchema.extend({
			...ending,
			filters: z.int(),
			kernel_size: pairSchema,
			dilation_rate: pairSchema,
			groups: z.int(),
			kernel_regularizer: penaltySchema,
		}),
		(config, inputs, context) => {
			const { graph } = context;
			const input = onlyInput(inputs);
			const perGroup = known(input.shape[3], 'channels') / config.groups;
			const stored = context.kernel();
			addPenalty(context, stored, config.kernel_regularizer);
			const kernel = reshape(graph, stored, [...config.kernel_size, perGroup, config.filters]);
			const expanded = expandKernel(graph, kernel, config.dilation_rate);
			return finish(convolveInGroups(graph, input, expanded, slidingOf(config), config.groups), config, context);
		},
	),
	DepthwiseConv2D: emitter(
		windowSchema.extend({ ...ending, dilation_rate: pairSchema.optional(), depthwise_regularizer: penaltySchema }),
		(config, inputs, context) => {
			const kernel = weightOf(context, 'depthwiseKernel');
			addPenalty(context, kernel, config.depthwise_regularizer);
			const expanded = expandKernel(context.graph, kernel, config.dilation_rate ?? [1, 1]);
			return finish(depthwiseConv2d(context.graph, onlyInput(inputs), expanded, slidingOf(config)), config, context);
		},
	),
	SeparableConv2D: emitter(
		windowSchema.extend({
			...ending,
			dilation_rate: pairSchema,
			depthwise_regularizer: penaltySchema,
			pointwise_regularizer: penaltySchema,
		}),
		(config, inputs, context) => {
			const { graph } = context;
			const depthwise = weightOf(context, 'depthwiseKernel');
			const pointwise = weightOf(context, 'pointwiseKernel');
			addPenalty(context, depthwise, config.depthwise_regularizer);
			addPenalty(context, pointwise, config.pointwise_regularizer);
			const expanded = expandKernel(graph, depthwise, config.dilation_rate);
			const maps = depthwiseConv2d(graph, onlyInput(inputs), expanded, slidingOf(config));
			return finish(conv2d(graph, maps, pointwise, { strides: [1, 1], padding: 'VALID' }), config, context);
		},
	),
	Conv2DTranspose: emitter(
		windowSchema.extend({ ...ending, filters: z.int(), kernel_size: pairSchema, kernel_regularizer: penaltySchema }),
		(config, inputs, context) => {
			const { graph } = context;
			const input = onlyInput(inputs);
			const kernel = weightOf(context, 'kernel');
			addPenalty(context, kernel, config.kernel_regularizer);
			const axis = (place: 0 | 1) =>
				transposedSize(known(input.shape[place + 1], "a map's size"), config.kernel_size[place], config.strides[place], config.padding);
			const shape = [input.shape[0] ?? null, axis(0), axis(1), config.filters];
			const sizes = sizesWithBatch(graph, input, shape);
			return finish(conv2dBackpropInput(graph, sizes, shape, kernel, input, slidingOf(config)), config, context);
		},
	),
	FixedFilter2D: emitter(windowSchema.extend({ kernel: z.array(z.array(z.number())) }), (config, inputs, { graph }) => {
		const input = onlyInput(inputs);
		const channels = known(input.shape[3], 'channels');
		const [height, width] = [config.kernel.length, config.kernel[0]?.length ?? 0];
		if (config.strides[0] === config.strides[1]) {
			const repeated = config.kernel.flat().flatMap((value) => Array.from({ length: channels }, () => value));
			const kernel = constant(graph, { dtype: 'float32', shape: [height, width, channels, 1], values: Float32Array.from(repeated) });
			return depthwiseConv2d(graph, input, kernel, slidingOf(config));
		}
		// Every channel as a picture of its own, where TensorFlow's depthwise convolution wants both strides alike.
		const [, rows = null, columns = null] = input.shape;
		const kernel = constant(graph, { dtype: 'float32', shape: [height, width, 1, 1], values: Float32Array.from(config.kernel.flat()) });
		const pictures = reshape(graph, transpose(graph, input, [0, 3, 1, 2]), [null, rows, columns, 1]);
		const answer = conv2d(graph, pictures, kernel, slidingOf(config));
		const [, newRows = null, newColumns = null] = answer.shape;
		return transpose(graph, reshape(graph, answer, [null, channels, newRows, newColumns]), [0, 2, 3, 1]);
	}),
};
