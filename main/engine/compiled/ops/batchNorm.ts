import { zeros } from '../graph/constants.ts';
import { type Graph, outputOf, type Value, type WholeFunction } from '../graph/graph.ts';
import { known } from '../graph/shapes.ts';
import { cast, floats, ints, reshape, sizeOf } from './array.ts';
import { branch, merge } from './control.ts';
import { add, binary, compare, divide, multiply, reduce, scale, subtract, unary } from './math.ts';
import { biasAdd, depthwiseBackpropFilter, depthwiseConv2d, type Sliding } from './nn.ts';

/** What is learned for each channel: the scale and what is added. */
export interface ScaleAndCentre {
	readonly gamma: Value;
	readonly beta: Value;
}

/** Mean and biased variance of each channel. */
export interface Statistics {
	readonly mean: Value;
	readonly variance: Value;
}

/** A window of one place. */
const pointwise: Sliding = { strides: [1, 1], padding: 'VALID' };

/**
 * Each channel of `[n, h, w, c]` times a factor, plus a number. A depthwise convolution of one place does it in one pass, a rectifier
 * after it included; with oneDNN, TensorFlow's op for it takes four times as long.
 */
function scaleAndShift(graph: Graph, map: Value, factor: Value, term: Value, whole?: WholeFunction): Value {
	const channels = known(map.shape[3], 'channels');
	return biasAdd(graph, depthwiseConv2d(graph, map, reshape(graph, factor, [1, 1, channels, 1]), pointwise), term, whole);
}

/** Σ x² of each channel, in one pass: what a depthwise convolution of one place passes back to its kernel. */
function sumOfSquares(graph: Graph, map: Value): Value {
	const channels = known(map.shape[3], 'channels');
	const sizes = ints(graph, [1, 1, channels, 1]);
	return reshape(graph, depthwiseBackpropFilter(graph, map, sizes, [1, 1, channels, 1], map, pointwise), [channels]);
}

/** Squared, how many deviations a mean may be away from 0 before E[x²] − mean² loses digits that matter: 4 cost 3·10⁻⁴ of the variance. */
const FAR = 16;

/**
 * Mean and biased variance of each channel of `[n, h, w, c]`. E[x²] − mean² takes one pass over the map; where a channel's mean is so
 * far from 0 that the difference is made of rounding, the library takes E[(x − mean)²] instead, which takes three.
 */
export function statisticsOf(graph: Graph, map: Value, epsilon: number): Statistics {
	const mean = reduce(graph, 'Mean', map, [0, 1, 2]);
	const share = divide(graph, floats(graph, known(map.shape[3], 'channels')), cast(graph, sizeOf(graph, map), 'float32'));
	const square = multiply(graph, sumOfSquares(graph, map), share);
	const squaredMean = unary(graph, 'Square', mean);
	const quick = binary(graph, 'Maximum', subtract(graph, square, squaredMean), floats(graph, 0));
	const bound = scale(graph, add(graph, quick, floats(graph, epsilon)), FAR);
	const isFar = compare(graph, 'Greater', reduce(graph, 'Max', subtract(graph, squaredMean, bound), [0]), floats(graph, 0));
	const farMap = branch(graph, map, isFar).whereTrue;
	const exact = reduce(graph, 'Mean', binary(graph, 'SquaredDifference', farMap, mean), [0, 1, 2]);
	return { mean, variance: merge(graph, branch(graph, quick, isFar).whereFalse, exact) };
}

/** γ·(x − mean)/√(variance + ε) + β (Ioffe and Szegedy 2015) with statistics that do not depend on `map`. */
export function normalize(graph: Graph, map: Value, { mean, variance }: Statistics, learned: ScaleAndCentre, epsilon: number): Value {
	const { factor, term } = factorAndTerm(graph, { mean, variance }, learned, epsilon);
	return scaleAndShift(graph, map, factor, term);
}

/** `normalize` with the statistics of `map` itself, through which gradients flow as well. */
export function normalizeByBatch(graph: Graph, map: Value, statistics: Statistics, learned: ScaleAndCentre, epsilon: number): Value {
	const { gamma, beta } = learned;
	const { factor, term } = factorAndTerm(graph, statistics, learned, epsilon);
	return scaleAndShift(graph, map, factor, term, {
		inputs: [map, gamma, beta],
		gradient: (within, gradient) => batchNormGradient(within, map, gradient, statistics, gamma, epsilon),
	});
}

function factorAndTerm(graph: Graph, { mean, variance }: Statistics, { gamma, beta }: ScaleAndCentre, epsilon: number) {
	const factor = multiply(graph, gamma, unary(graph, 'Rsqrt', add(graph, variance, floats(graph, epsilon))));
	return { factor, term: subtract(graph, beta, multiply(graph, mean, factor)) };
}

/** Gradients for map, γ and β, in one op of two passes. */
function batchNormGradient(
	graph: Graph,
	map: Value,
	gradient: Value,
	{ mean, variance }: Statistics,
	gamma: Value,
	epsilon: number,
): readonly [Value, Value, Value] {
	const perChannel = { dtype: 'float32', shape: gamma.shape } as const;
	const empty = { dtype: 'float32', shape: [0] } as const;
	const float = { kind: 'type', value: 'float32' } as const;
	const node = graph.add('FusedBatchNormGradV3', {
		inputs: [gradient, map, gamma, mean, variance, zeros(graph, [0])],
		attributes: { T: float, U: float, epsilon: { kind: 'float', value: epsilon }, is_training: { kind: 'bool', value: true } },
		outputs: [map, perChannel, perChannel, empty, empty],
	});
	return [outputOf(node, 0), outputOf(node, 1), outputOf(node, 2)];
}
