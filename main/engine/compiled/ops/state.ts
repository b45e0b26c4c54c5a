import type { Attributes, Graph, GraphNode, Value } from '../graph/graph.ts';
import { constant } from './array.ts';

/** A tensor that the session keeps between calls: its handle, and its size. */
export interface Variable {
	readonly name: string;
	readonly handle: Value;
	readonly shape: readonly number[];
}

const FLOAT = { kind: 'type', value: 'float32' } as const;

export function variable(graph: Graph, name: string, shape: readonly number[]): Variable {
	const handle = graph.value('VarHandleOp', {
		name,
		attributes: {
			dtype: FLOAT,
			shape: { kind: 'shape', value: shape },
			shared_name: { kind: 'string', value: name },
			container: { kind: 'string', value: '' },
		},
		output: { dtype: 'resource', shape: [] },
	});
	return { name: handle.node.name, handle, shape };
}

export function read(graph: Graph, { handle, shape }: Variable, controls: readonly GraphNode[] = []): Value {
	return graph.value('ReadVariableOp', { inputs: [handle], attributes: { dtype: FLOAT }, output: { dtype: 'float32', shape }, controls });
}

export function assign(graph: Graph, { handle }: Variable, value: Value): GraphNode {
	return graph.add('AssignVariableOp', { inputs: [handle, value], attributes: { dtype: FLOAT }, outputs: [] });
}

/** `variable −= value`, in place. */
export function assignSubtract(graph: Graph, { handle }: Variable, value: Value): GraphNode {
	return graph.add('AssignSubVariableOp', { inputs: [handle, value], attributes: { dtype: FLOAT }, outputs: [] });
}

/** Values of a checkpoint, by their names in it. `file` is its path. */
export function restore(
	graph: Graph,
	file: Value,
	tensors: readonly { readonly name: string; readonly shape: readonly number[] }[],
): GraphNode {
	return graph.add('RestoreV2', {
		inputs: [file, ...namesIn(graph, tensors)],
		attributes: { dtypes: { kind: 'types', value: tensors.map(() => 'float32') } },
		outputs: tensors.map(({ shape }) => ({ dtype: 'float32', shape })),
	});
}

/** Writes values into a checkpoint under names. `file` is its path. */
export function save(graph: Graph, file: Value, tensors: readonly { readonly name: string; readonly value: Value }[]): GraphNode {
	return graph.add('SaveV2', {
		inputs: [file, ...namesIn(graph, tensors), ...tensors.map(({ value }) => value)],
		attributes: { dtypes: { kind: 'types', value: tensors.map(() => 'float32') } },
		outputs: [],
	});
}

/** The names, and for each that its tensor is meant as a whole. */
function namesIn(graph: Graph, tensors: readonly { readonly name: string }[]): readonly [names: Value, slices: Value] {
	const texts = (values: readonly string[]) => constant(graph, { dtype: 'string', shape: [values.length], values });
	return [texts(tensors.map(({ name }) => name)), texts(tensors.map(() => ''))];
}

/** One of TensorFlow's ops that update a variable by its gradient in a single pass. */
export function applyUpdate(
	graph: Graph,
	op: 'ResourceApplyGradientDescent' | 'ResourceApplyKerasMomentum' | 'ResourceApplyRMSProp' | 'ResourceApplyAdam',
	inputs: readonly Value[],
	attributes: Attributes,
	controls: readonly GraphNode[],
): GraphNode {
	return graph.add(op, { inputs, attributes: { T: FLOAT, ...attributes }, outputs: [], controls });
}
