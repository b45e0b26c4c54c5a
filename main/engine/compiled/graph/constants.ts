import { countValues } from '#shared/tensor/shape.ts';
import { constant } from '../ops/array.ts';
import type { Graph, Value } from './graph.ts';

/** Ones of a given size. */
export function ones(graph: Graph, shape: readonly number[]): Value {
	return constant(graph, { dtype: 'float32', shape, values: new Float32Array(countValues(shape)).fill(1) });
}

export function zeros(graph: Graph, shape: readonly number[]): Value {
	return constant(graph, { dtype: 'float32', shape, values: new Float32Array(countValues(shape)) });
}
