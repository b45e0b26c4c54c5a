import { type Graph, outputOf, type Value } from '../graph/graph.ts';

/** The value in two ways, one of which does not exist: ops that it feeds are not run. */
export interface Branches {
	readonly whereTrue: Value;
	readonly whereFalse: Value;
}

/** Lets ops run only where a condition, one boolean, holds, or only where it does not. `merge` brings both ways together. */
export function branch(graph: Graph, value: Value, condition: Value): Branches {
	const node = graph.add('Switch', {
		inputs: [value, condition],
		attributes: { T: { kind: 'type', value: value.dtype } },
		outputs: [value, value],
	});
	return { whereFalse: outputOf(node, 0), whereTrue: outputOf(node, 1) };
}

/** The one of two values that exists. */
export function merge(graph: Graph, first: Value, second: Value): Value {
	const node = graph.add('Merge', {
		inputs: [first, second],
		attributes: { T: { kind: 'type', value: first.dtype }, N: { kind: 'int', value: 2 } },
		outputs: [first, { dtype: 'int32', shape: [] }],
	});
	return outputOf(node, 0);
}
