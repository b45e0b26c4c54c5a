import type { Graph, GraphNode, Value } from '../graph/graph.ts';
import { known } from '../graph/shapes.ts';
import { ints } from './array.ts';
import type { Pair } from './nn.ts';

export type ResizeOp = 'ResizeBilinear' | 'ResizeNearestNeighbor';

/** A map in another size, positions counted from the first corner. */
export function resize(graph: Graph, op: ResizeOp, input: Value, [height, width]: Pair): Value {
	return graph.value(op, {
		inputs: [input, ints(graph, [height, width])],
		attributes: { T: { kind: 'type', value: 'float32' } },
		output: { dtype: 'float32', shape: [input.shape[0] ?? null, height, width, input.shape[3] ?? null] },
	});
}

export function resizeGradient(graph: Graph, { op, attributes }: GraphNode, input: Value, gradient: Value): Value {
	const { T } = attributes;
	if (!T) throw new Error(`op ${op} lacks its type`);
	if (op === 'ResizeBilinear') return graph.value('ResizeBilinearGrad', { inputs: [gradient, input], attributes: { T }, output: input });
	const size = ints(graph, [known(input.shape[1], 'the height'), known(input.shape[2], 'the width')]);
	return graph.value('ResizeNearestNeighborGrad', { inputs: [gradient, size], attributes: { T }, output: input });
}
