import type { Attributes, Graph, GraphNode, Value } from '../graph/graph.ts';

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
