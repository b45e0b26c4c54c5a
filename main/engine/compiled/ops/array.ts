import type { Constant, DataType, Dims, Graph, Value } from '../graph/graph.ts';
import { broadcastShape, known } from '../graph/shapes.ts';

export function constant(graph: Graph, { dtype, shape, values }: Constant): Value {
	return graph.value('Const', {
		attributes: { dtype: { kind: 'type', value: dtype }, value: { kind: 'tensor', value: { dtype, shape, values } } },
		output: { dtype, shape },
	});
}

/** A number, or numbers of a given size. */
export function floats(graph: Graph, values: number | readonly number[] | Float32Array, shape?: readonly number[]): Value {
	const array = typeof values === 'number' ? Float32Array.of(values) : Float32Array.from(values);
	return constant(graph, { dtype: 'float32', shape: shape ?? (typeof values === 'number' ? [] : [array.length]), values: array });
}

export function ints(graph: Graph, values: number | readonly number[], shape?: readonly number[]): Value {
	const array = typeof values === 'number' ? Int32Array.of(values) : Int32Array.from(values);
	return constant(graph, { dtype: 'int32', shape: shape ?? (typeof values === 'number' ? [] : [array.length]), values: array });
}

/** A value that is fed at every call. */
export function placeholder(graph: Graph, name: string, dtype: DataType, shape: Dims): Value {
	return graph.value('Placeholder', {
		name,
		attributes: { dtype: { kind: 'type', value: dtype }, shape: { kind: 'shape', value: shape } },
		output: { dtype, shape },
	});
}

export function identity(graph: Graph, value: Value, name?: string): Value {
	return graph.value('Identity', {
		inputs: [value],
		attributes: { T: { kind: 'type', value: value.dtype } },
		output: value,
		...(name !== undefined && { name }),
	});
}

/** The size at run time, as whole numbers. */
export function shapeOf(graph: Graph, value: Value): Value {
	return graph.value('Shape', {
		inputs: [value],
		attributes: { T: { kind: 'type', value: value.dtype } },
		output: { dtype: 'int32', shape: [value.shape.length] },
	});
}

/** How many values there are at run time. */
export function sizeOf(graph: Graph, value: Value): Value {
	return graph.value('Size', {
		inputs: [value],
		attributes: { T: { kind: 'type', value: value.dtype } },
		output: { dtype: 'int32', shape: [] },
	});
}

/** The same values in another size; at most one may be open. */
export function reshape(graph: Graph, value: Value, shape: Dims): Value {
	const target = ints(
		graph,
		shape.map((size) => size ?? -1),
	);
	return reshapeTo(graph, value, target, shape);
}

/** `reshape` to a size that is computed at run time, `shape` being what is known of it. */
export function reshapeTo(graph: Graph, value: Value, target: Value, shape: Dims): Value {
	return graph.value('Reshape', {
		inputs: [value, target],
		attributes: { T: { kind: 'type', value: value.dtype } },
		output: { dtype: value.dtype, shape },
	});
}

/** Repeats values along axes of size 1, to the size of another value. */
export function broadcastLike(graph: Graph, value: Value, like: Value): Value {
	return graph.value('BroadcastTo', {
		inputs: [value, shapeOf(graph, like)],
		attributes: { T: { kind: 'type', value: value.dtype } },
		output: { dtype: value.dtype, shape: broadcastShape(value.shape, like.shape) },
	});
}

export function transpose(graph: Graph, value: Value, order: readonly number[]): Value {
	return graph.value('Transpose', {
		inputs: [value, ints(graph, order)],
		attributes: { T: { kind: 'type', value: value.dtype } },
		output: { dtype: value.dtype, shape: order.map((axis) => value.shape[axis] ?? null) },
	});
}

/** Values before and after each axis: zeros, or `fill`. */
export function pad(graph: Graph, value: Value, amounts: readonly (readonly [number, number])[], fill = 0): Value {
	const paddings = ints(graph, amounts.flat(), [amounts.length, 2]);
	const shape = value.shape.map((size, axis) => (size === null ? null : size + (amounts[axis]?.[0] ?? 0) + (amounts[axis]?.[1] ?? 0)));
	const attributes = { T: { kind: 'type', value: value.dtype } } as const;
	const output = { dtype: value.dtype, shape };
	return fill === 0
		? graph.value('Pad', { inputs: [value, paddings], attributes, output })
		: graph.value('PadV2', { inputs: [value, paddings, floats(graph, fill)], attributes, output });
}

/** A block from `begin`, of `size`; −1 means up to the end. */
export function slice(graph: Graph, value: Value, begin: readonly number[], size: readonly number[]): Value {
	const shape = value.shape.map((whole, axis) => {
		const asked = size[axis] ?? -1;
		if (asked !== -1) return asked;
		return whole === null ? null : whole - (begin[axis] ?? 0);
	});
	return graph.value('Slice', {
		inputs: [value, ints(graph, begin), ints(graph, size)],
		attributes: { T: { kind: 'type', value: value.dtype }, Index: { kind: 'type', value: 'int32' } },
		output: { dtype: value.dtype, shape },
	});
}

/** `slice` along one axis. */
export function sliceAxis(graph: Graph, value: Value, axis: number, begin: number, size: number): Value {
	return slice(
		graph,
		value,
		value.shape.map((_, at) => (at === axis ? begin : 0)),
		value.shape.map((_, at) => (at === axis ? size : -1)),
	);
}

export function concat(graph: Graph, values: readonly Value[], axis: number): Value {
	const [first] = values;
	if (!first) throw new Error('nothing to join');
	const total = values.reduce((sum, { shape }) => sum + known(shape[axis], 'a size along which values are joined'), 0);
	return graph.value('ConcatV2', {
		inputs: [...values, ints(graph, axis)],
		attributes: { N: { kind: 'int', value: values.length }, T: { kind: 'type', value: first.dtype } },
		output: { dtype: first.dtype, shape: first.shape.map((size, at) => (at === axis ? total : size)) },
	});
}

/** Scalars as one vector. */
export function pack(graph: Graph, values: readonly Value[]): Value {
	const dtype = values[0]?.dtype ?? 'float32';
	return graph.value('Pack', {
		inputs: values,
		attributes: {
			N: { kind: 'int', value: values.length },
			T: { kind: 'type', value: dtype },
			axis: { kind: 'int', value: 0 },
		},
		output: { dtype, shape: [values.length] },
	});
}

export function cast(graph: Graph, value: Value, dtype: DataType): Value {
	return graph.value('Cast', {
		inputs: [value],
		attributes: { SrcT: { kind: 'type', value: value.dtype }, DstT: { kind: 'type', value: dtype } },
		output: { dtype, shape: value.shape },
	});
}

/** The same bits as narrower whole numbers: `[n]` of 32 bits → `[n, 4]` of 8. */
export function splitBits(graph: Graph, value: Value, dtype: 'uint8' | 'uint16'): Value {
	return graph.value('Bitcast', {
		inputs: [value],
		attributes: { T: { kind: 'type', value: value.dtype }, type: { kind: 'type', value: dtype } },
		output: { dtype, shape: [...value.shape, dtype === 'uint8' ? 4 : 2] },
	});
}
