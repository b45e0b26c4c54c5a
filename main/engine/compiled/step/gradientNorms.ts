import type { Graph, Value } from '../graph/graph.ts';
import { floats, pack } from '../ops/array.ts';
import { addAll, binary, divide, multiply, squareSum, unary } from '../ops/math.ts';

/** Length of each gradient, as one vector. */
export function emitNorms(graph: Graph, gradients: readonly Value[]): Value {
	if (gradients.length === 0) return floats(graph, []);
	return unary(
		graph,
		'Sqrt',
		pack(
			graph,
			gradients.map((gradient) => squareSum(graph, gradient)),
		),
	);
}

/** All gradients shortened alike so that together they are no longer than `clipNorm` (Pascanu et al. 2013). */
export function emitClipping(graph: Graph, gradients: readonly Value[], clipNorm: number): readonly Value[] {
	if (gradients.length === 0) return [];
	const length = unary(
		graph,
		'Sqrt',
		addAll(
			graph,
			gradients.map((gradient) => squareSum(graph, gradient)),
		),
	);
	const factor = divide(graph, floats(graph, clipNorm), binary(graph, 'Maximum', length, floats(graph, clipNorm)));
	return gradients.map((gradient) => multiply(graph, gradient, factor));
}
