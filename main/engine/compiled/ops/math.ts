import type { DataType, Dims, Graph, Value } from '../graph/graph.ts';
import { broadcastShape, known } from '../graph/shapes.ts';
import { floats, ints } from './array.ts';

type UnaryOp =
	| 'Neg'
	| 'Exp'
	| 'Log'
	| 'Log1p'
	| 'Sqrt'
	| 'Rsqrt'
	| 'Square'
	| 'Abs'
	| 'Sign'
	| 'Floor'
	| 'Tanh'
	| 'Sigmoid'
	| 'Relu'
	| 'Relu6'
	| 'Elu'
	| 'Selu'
	| 'Softplus'
	| 'Erf';
type BinaryOp = 'AddV2' | 'Sub' | 'Mul' | 'RealDiv' | 'Maximum' | 'Minimum' | 'SquaredDifference';
type GradientOp = 'ReluGrad' | 'Relu6Grad' | 'EluGrad' | 'SeluGrad' | 'SoftplusGrad' | 'TanhGrad' | 'SigmoidGrad' | 'RsqrtGrad';

function elementType(value: Value): { readonly T: { readonly kind: 'type'; readonly value: DataType } } {
	return { T: { kind: 'type', value: value.dtype } };
}

/** One number from each number. */
export function unary(graph: Graph, op: UnaryOp, value: Value): Value {
	return graph.value(op, { inputs: [value], attributes: elementType(value), output: value });
}

/** One number from each pair, a size of 1 serving a whole axis. */
export function binary(graph: Graph, op: BinaryOp, first: Value, second: Value): Value {
	return graph.value(op, {
		inputs: [first, second],
		attributes: elementType(first),
		output: { dtype: first.dtype, shape: broadcastShape(first.shape, second.shape) },
	});
}

export const add = (graph: Graph, first: Value, second: Value): Value => binary(graph, 'AddV2', first, second);
export const subtract = (graph: Graph, first: Value, second: Value): Value => binary(graph, 'Sub', first, second);
export const multiply = (graph: Graph, first: Value, second: Value): Value => binary(graph, 'Mul', first, second);
export const divide = (graph: Graph, first: Value, second: Value): Value => binary(graph, 'RealDiv', first, second);
export const scale = (graph: Graph, value: Value, factor: number): Value => multiply(graph, value, floats(graph, factor));

/** TensorFlow's own op for the gradient of an elementwise one; `known` is the op's input or output, as it asks. */
export function elementGradient(graph: Graph, op: GradientOp, first: Value, second: Value): Value {
	return graph.value(op, { inputs: [first, second], attributes: elementType(first), output: first });
}

/** Sum of values of one size, in one pass. */
export function addAll(graph: Graph, values: readonly Value[]): Value {
	const [first] = values;
	if (!first) throw new Error('nothing to add');
	if (values.length === 1) return first;
	return graph.value('AddN', {
		inputs: values,
		attributes: { N: { kind: 'int', value: values.length }, ...elementType(first) },
		output: first,
	});
}

/** Sum, mean or largest over axes, which stay as size 1 where `keeps`. */
export function reduce(graph: Graph, op: 'Sum' | 'Mean' | 'Max', value: Value, axes: readonly number[], keeps = false): Value {
	const shape: Dims = keeps
		? value.shape.map((size, axis) => (axes.includes(axis) ? 1 : size))
		: value.shape.filter((_, axis) => !axes.includes(axis));
	return graph.value(op, {
		inputs: [value, ints(graph, axes)],
		attributes: { ...elementType(value), keep_dims: { kind: 'bool', value: keeps } },
		output: { dtype: value.dtype, shape },
	});
}

/** Place of the largest value along the last axis; the first wins. */
export function argMax(graph: Graph, value: Value): Value {
	return graph.value('ArgMax', {
		inputs: [value, ints(graph, value.shape.length - 1)],
		attributes: { ...elementType(value), output_type: { kind: 'type', value: 'int32' } },
		output: { dtype: 'int32', shape: value.shape.slice(0, -1) },
	});
}

export function compare(graph: Graph, op: 'Equal' | 'Greater' | 'GreaterEqual', first: Value, second: Value): Value {
	return graph.value(op, {
		inputs: [first, second],
		attributes: elementType(first),
		output: { dtype: 'bool', shape: broadcastShape(first.shape, second.shape) },
	});
}

/** `first` where the condition holds, else `second`. */
export function select(graph: Graph, condition: Value, first: Value, second: Value): Value {
	const shape = broadcastShape(condition.shape, broadcastShape(first.shape, second.shape));
	return graph.value('SelectV2', {
		inputs: [condition, first, second],
		attributes: elementType(first),
		output: { dtype: first.dtype, shape },
	});
}

/** Values below the slope's corner times `slope`: max(x, 0) + slope · min(x, 0). */
export function leakyRelu(graph: Graph, value: Value, slope: number): Value {
	return graph.value('LeakyRelu', {
		inputs: [value],
		attributes: { ...elementType(value), alpha: { kind: 'float', value: slope } },
		output: value,
	});
}

export function leakyReluGradient(graph: Graph, gradient: Value, input: Value, slope: number): Value {
	return graph.value('LeakyReluGrad', {
		inputs: [gradient, input],
		attributes: { ...elementType(gradient), alpha: { kind: 'float', value: slope } },
		output: gradient,
	});
}

/** `[n, k]` × `[k, m]`, each turned first where asked. */
export function matMul(graph: Graph, first: Value, second: Value, turnsFirst = false, turnsSecond = false): Value {
	return graph.value('MatMul', {
		inputs: [first, second],
		attributes: {
			...elementType(first),
			transpose_a: { kind: 'bool', value: turnsFirst },
			transpose_b: { kind: 'bool', value: turnsSecond },
		},
		output: {
			dtype: first.dtype,
			shape: [first.shape[turnsFirst ? 1 : 0] ?? null, known(second.shape[turnsSecond ? 0 : 1], 'the width of a matrix')],
		},
	});
}

/** e^x over the sum along the last axis. */
export function softmax(graph: Graph, value: Value): Value {
	return graph.value('Softmax', { inputs: [value], attributes: elementType(value), output: value });
}

/** `[n]` of places → `[n, depth]` with a 1 at each place. */
export function oneHot(graph: Graph, places: Value, depth: number): Value {
	return graph.value('OneHot', {
		inputs: [places, ints(graph, depth), floats(graph, 1), floats(graph, 0)],
		attributes: {
			T: { kind: 'type', value: 'float32' },
			TI: { kind: 'type', value: places.dtype },
			axis: { kind: 'int', value: -1 },
		},
		output: { dtype: 'float32', shape: [...places.shape, depth] },
	});
}

/** Σ x² over everything. */
export function squareSum(graph: Graph, value: Value): Value {
	const half = graph.value('L2Loss', { inputs: [value], attributes: elementType(value), output: { dtype: value.dtype, shape: [] } });
	return scale(graph, half, 2);
}
