import type { Constraint } from '#shared/layers/defineLayer.ts';
import { NO_LENGTH } from '../../opByOp/optimizers.ts';
import type { Graph, GraphNode } from '../graph/graph.ts';
import { floats } from '../ops/array.ts';
import { binary, divide, multiply, reduce, unary } from '../ops/math.ts';
import { assign, read, type Variable } from '../ops/state.ts';

/** Shortens what an update has made longer than the limit, as `keepWithin` of `opByOp/optimizers.ts` does. */
export function emitConstraint(graph: Graph, weight: Variable, { limit, axes }: Constraint, updated: GraphNode): GraphNode {
	const value = read(graph, weight, [updated]);
	const length = unary(graph, 'Sqrt', reduce(graph, 'Sum', unary(graph, 'Square', value), axes, true));
	const most = floats(graph, limit);
	const divisor = binary(graph, 'Maximum', length, floats(graph, Math.max(limit, NO_LENGTH)));
	return assign(graph, weight, multiply(graph, value, divide(graph, most, divisor)));
}
