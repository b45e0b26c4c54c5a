import * as tf from '@tensorflow/tfjs-core';
import { randomStream } from '#shared/random.ts';
import type { Graph, Value } from '../graph/graph.ts';
import * as array from '../ops/array.ts';
import { normalize, normalizeByBatch, statisticsOf } from '../ops/batchNorm.ts';
import * as math from '../ops/math.ts';
import * as nn from '../ops/nn.ts';
import { resize } from '../ops/resize.ts';

type Build = (graph: Graph, inputs: readonly Value[]) => Value;
type TfjsBuild = (...inputs: readonly tf.Tensor[]) => tf.Tensor;

/** One use of an op, to check its gradient. */
export interface RuleCase {
	readonly op: string;
	readonly title: string;
	readonly shapes: readonly (readonly number[])[];
	readonly build: Build;
	/** The same in tfjs, where tfjs has a right gradient for it. */
	readonly tfjs?: TfjsBuild;
	/** Moves the values away from where the op bends or is not defined: 0.2 to 1.2 instead of −1 to 1. */
	readonly isPositive?: boolean;
}

const first = (inputs: readonly Value[]): Value => inputs[0] as Value;
const second = (inputs: readonly Value[]): Value => inputs[1] as Value;
const stream = randomStream(5, 'gradient shapes');
const between = (low: number, high: number): number => low + stream.nextBelow(high - low + 1);

const unaryCases = (
	[
		['Neg', tf.neg],
		['Exp', tf.exp],
		['Log', tf.log, true],
		['Log1p', tf.log1p, true],
		['Sqrt', tf.sqrt, true],
		['Rsqrt', tf.rsqrt, true],
		['Square', tf.square],
		['Abs', tf.abs, true],
		['Tanh', tf.tanh],
		['Sigmoid', tf.sigmoid],
		['Relu', tf.relu],
		['Relu6', tf.relu6],
		['Elu', tf.elu],
		['Selu', tf.selu],
		['Softplus', tf.softplus],
		['Erf', tf.erf],
	] as const
).map(
	([op, tfjs, isPositive = false]): RuleCase => ({
		op,
		title: 'of each number',
		shapes: [[2, between(1, 4), 3]],
		build: (graph, inputs) => math.unary(graph, op, first(inputs)),
		tfjs: (x) => tfjs(x as tf.Tensor),
		isPositive,
	}),
);

/** The last: whether tfjs knows the gradient where one of the two is repeated. */
const binaryCases = (
	[
		['AddV2', tf.add],
		['Sub', tf.sub],
		['Mul', tf.mul],
		['RealDiv', tf.div],
		['SquaredDifference', tf.squaredDifference, false],
		['Maximum', tf.maximum, false],
		['Minimum', tf.minimum, false],
	] as const
).flatMap(([op, tfjs, repeats = true]) =>
	[
		[
			[2, 3, 2],
			[2, 3, 2],
		],
		[[2, 3, 2], [2]],
		[
			[3, 1],
			[2, 3, 2],
		],
		[
			[2, 1, 2],
			[1, 3, 2],
		],
	].map(
		(shapes): RuleCase => ({
			op,
			title: `of ${shapes.map((shape) => shape.join('×')).join(' and ')}`,
			shapes,
			build: (graph, inputs) => math.binary(graph, op, first(inputs), second(inputs)),
			...((repeats || `${shapes[0]}` === `${shapes[1]}`) && { tfjs: (a, b) => tfjs(a as tf.Tensor, b as tf.Tensor) }),
			isPositive: true,
		}),
	),
);

/** Random windows over random maps, both paddings. */
const windowCases = Array.from({ length: 8 }, (_, place): readonly RuleCase[] => {
	const size = between(1, 3);
	const [height, width] = [between(size, 6), between(size, 6)];
	const [channels, filters, stride] = [between(1, 2), between(1, 3), between(1, 2)];
	const padding = place % 2 === 0 ? 'SAME' : 'VALID';
	const how = { strides: [stride, stride], padding } as const;
	const tfjsPadding = padding === 'SAME' ? 'same' : 'valid';
	const title = `${height}×${width}×${channels}, window ${size}, stride ${stride}, ${padding}`;
	const map = [2, height, width, channels];
	return [
		{
			op: 'Conv2D',
			title,
			shapes: [map, [size, size, channels, filters]],
			build: (graph, inputs) => nn.conv2d(graph, first(inputs), second(inputs), how),
			tfjs: (x, w) => tf.conv2d(x as tf.Tensor4D, w as tf.Tensor4D, stride, tfjsPadding),
		},
		{
			op: 'DepthwiseConv2dNative',
			title,
			shapes: [map, [size, size, channels, 2]],
			build: (graph, inputs) => nn.depthwiseConv2d(graph, first(inputs), second(inputs), how),
			tfjs: (x, w) => tf.depthwiseConv2d(x as tf.Tensor4D, w as tf.Tensor4D, stride, tfjsPadding),
		},
		{
			op: 'Conv2DBackpropInput',
			title,
			shapes: [
				[2, 2, 3, filters],
				[size, size, channels, filters],
			],
			build: (graph, inputs) => {
				const shape = [2, 2 * stride + Math.max(size - stride, 0), 3 * stride + Math.max(size - stride, 0), channels];
				const valid = { strides: [stride, stride], padding: 'VALID' } as const;
				return nn.conv2dBackpropInput(graph, array.ints(graph, shape), shape, second(inputs), first(inputs), valid);
			},
		},
		{
			op: 'MaxPool',
			title,
			shapes: [map],
			build: (graph, inputs) => nn.pool(graph, 'MaxPool', first(inputs), [size, size], how),
			tfjs: (x) => tf.maxPool(x as tf.Tensor4D, size, stride, tfjsPadding),
		},
		{
			op: 'AvgPool',
			title,
			shapes: [map],
			build: (graph, inputs) => nn.pool(graph, 'AvgPool', first(inputs), [size, size], how),
			tfjs: (x) => tf.avgPool(x as tf.Tensor4D, size, stride, tfjsPadding),
		},
	];
}).flat();

const one = (op: string, shapes: RuleCase['shapes'], build: Build, tfjs?: TfjsBuild, title = 'of a small tensor'): RuleCase => ({
	op,
	title,
	shapes,
	build,
	...(tfjs && { tfjs }),
});

const labels = Int32Array.of(1, 0, 2);
const crossEntropy: TfjsBuild = (x) => tf.neg(tf.sum(tf.mul(tf.oneHot([...labels], 4), tf.logSoftmax(x as tf.Tensor)), 1));
const margins: [number, number][] = [
	[0, 1],
	[2, 0],
];

const otherCases: readonly RuleCase[] = [
	one(
		'AddN',
		[
			[2, 3],
			[2, 3],
		],
		(graph, inputs) => math.addAll(graph, [first(inputs), second(inputs), first(inputs)]),
		(a, b) => tf.addN([a as tf.Tensor, b as tf.Tensor, a as tf.Tensor]),
	),
	one('Identity', [[2, 3]], (graph, inputs) => array.identity(graph, first(inputs))),
	one(
		'LeakyRelu',
		[[2, 5]],
		(graph, inputs) => math.leakyRelu(graph, first(inputs), 0.3),
		(x) => tf.leakyRelu(x as tf.Tensor, 0.3),
	),
	one(
		'SelectV2',
		[[2, 3], [3]],
		(graph, inputs) => {
			const isLarge = math.compare(graph, 'Greater', array.floats(graph, [0.1, -0.2, 0.3]), array.floats(graph, 0));
			return math.select(graph, isLarge, first(inputs), second(inputs));
		},
		(a, b) => tf.where(tf.tensor1d([true, false, true], 'bool'), a as tf.Tensor, b as tf.Tensor),
	),
	one(
		'Softmax',
		[[3, 4]],
		(graph, inputs) => math.softmax(graph, first(inputs)),
		(x) => tf.softmax(x as tf.Tensor),
	),
	one('Cast', [[2, 3]], (graph, inputs) => array.cast(graph, first(inputs), 'float32')),
	one(
		'Reshape',
		[[2, 6]],
		(graph, inputs) => array.reshape(graph, first(inputs), [4, 3]),
		(x) => tf.reshape(x as tf.Tensor, [4, 3]),
	),
	one(
		'BroadcastTo',
		[[2, 1]],
		(graph, inputs) => array.broadcastLike(graph, first(inputs), array.floats(graph, [1, 2, 3, 4, 5, 6], [2, 3])),
		(x) => tf.broadcastTo(x as tf.Tensor, [2, 3]),
	),
	one(
		'Transpose',
		[[2, 3, 4]],
		(graph, inputs) => array.transpose(graph, first(inputs), [2, 0, 1]),
		(x) => tf.transpose(x as tf.Tensor, [2, 0, 1]),
	),
	one(
		'Pad',
		[[2, 3]],
		(graph, inputs) => array.pad(graph, first(inputs), margins),
		(x) => tf.pad(x as tf.Tensor, margins),
	),
	one(
		'PadV2',
		[[2, 3]],
		(graph, inputs) => array.pad(graph, first(inputs), margins, 7),
		(x) => tf.pad(x as tf.Tensor, margins, 7),
	),
	one(
		'Slice',
		[[3, 4]],
		(graph, inputs) => array.slice(graph, first(inputs), [1, 0], [2, 3]),
		(x) => tf.slice(x as tf.Tensor, [1, 0], [2, 3]),
	),
	one(
		'ConcatV2',
		[
			[2, 3],
			[2, 1],
		],
		(graph, inputs) => array.concat(graph, inputs, 1),
		(a, b) => tf.concat([a as tf.Tensor, b as tf.Tensor], 1),
	),
	one(
		'Sum',
		[[2, 3, 2]],
		(graph, inputs) => math.reduce(graph, 'Sum', first(inputs), [0, 2]),
		(x) => tf.sum(x as tf.Tensor, [0, 2]),
	),
	one(
		'Sum',
		[[2, 3, 2]],
		(graph, inputs) => math.reduce(graph, 'Sum', first(inputs), [1], true),
		(x) => tf.sum(x as tf.Tensor, [1], true),
		'with its axis kept',
	),
	one(
		'Mean',
		[[2, 3, 2]],
		(graph, inputs) => math.reduce(graph, 'Mean', first(inputs), [0, 1]),
		(x) => tf.mean(x as tf.Tensor, [0, 1]),
	),
	one(
		'Max',
		[[2, 3, 2]],
		(graph, inputs) => math.reduce(graph, 'Max', first(inputs), [1]),
		(x) => tf.max(x as tf.Tensor, [1]),
	),
	one(
		'L2Loss',
		[[2, 3]],
		(graph, inputs) => math.squareSum(graph, first(inputs)),
		(x) => tf.sum(tf.square(x as tf.Tensor)),
	),
	one(
		'MatMul',
		[
			[3, 2],
			[2, 4],
		],
		(graph, inputs) => math.matMul(graph, first(inputs), second(inputs)),
		(a, b) => tf.matMul(a as tf.Tensor2D, b as tf.Tensor2D),
	),
	one(
		'BiasAdd',
		[[2, 2, 2, 3], [3]],
		(graph, inputs) => nn.biasAdd(graph, first(inputs), second(inputs)),
		(x, b) => tf.add(x as tf.Tensor, b as tf.Tensor),
	),
	one(
		'BiasAdd',
		[[3, 2, 2, 2], [2], [2]],
		(graph, inputs) => {
			const [x, gamma, beta] = inputs as readonly [Value, Value, Value];
			return normalizeByBatch(graph, x, statisticsOf(graph, x, 0.01), { gamma, beta }, 0.01);
		},
		(x, gamma, beta) => {
			const { mean, variance } = tf.moments(x as tf.Tensor, [0, 1, 2]);
			return tf.batchNorm(x as tf.Tensor4D, mean as tf.Tensor1D, variance as tf.Tensor1D, beta as tf.Tensor1D, gamma as tf.Tensor1D, 0.01);
		},
		'that ends batch normalization, as a whole',
	),
	one(
		'BiasAdd',
		[[3, 2, 2, 2], [2], [2]],
		(graph, inputs) => {
			const [x, gamma, beta] = inputs as readonly [Value, Value, Value];
			const [mean, variance] = [array.floats(graph, [0.1, -0.2]), array.floats(graph, [0.5, 1.5])];
			return normalize(graph, x, { mean, variance }, { gamma, beta }, 0.01);
		},
		(x, gamma, beta) =>
			tf.batchNorm(x as tf.Tensor4D, tf.tensor1d([0.1, -0.2]), tf.tensor1d([0.5, 1.5]), beta as tf.Tensor1D, gamma as tf.Tensor1D, 0.01),
		'that ends normalization with stored statistics',
	),
	one(
		'SparseSoftmaxCrossEntropyWithLogits',
		[[3, 4]],
		(graph, inputs) => nn.sparseSoftmaxCrossEntropy(graph, first(inputs), array.ints(graph, [...labels])),
		crossEntropy,
	),
	one(
		'SoftmaxCrossEntropyWithLogits',
		[[3, 4]],
		(graph, inputs) => nn.softmaxCrossEntropy(graph, first(inputs), math.oneHot(graph, array.ints(graph, [...labels]), 4)),
		crossEntropy,
	),
	one(
		'LRN',
		[[1, 2, 2, 4]],
		(graph, inputs) => nn.localResponse(graph, first(inputs), { depthRadius: 1, bias: 1, alpha: 0.5, beta: 0.75 }),
		(x) => tf.localResponseNormalization(x as tf.Tensor4D, 1, 1, 0.5, 0.75),
	),
	one('ResizeBilinear', [[1, 2, 3, 2]], (graph, inputs) => resize(graph, 'ResizeBilinear', first(inputs), [4, 6])),
	one('ResizeNearestNeighbor', [[1, 2, 3, 2]], (graph, inputs) => resize(graph, 'ResizeNearestNeighbor', first(inputs), [4, 6])),
];

/** At least one for each op that has a rule. */
export const ruleCases: readonly RuleCase[] = [...unaryCases, ...binaryCases, ...windowCases, ...otherCases];
