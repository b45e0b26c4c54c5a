import { z } from 'zod';
import type { Value } from '../graph/graph.ts';
import { reduce, scale, unary } from '../ops/math.ts';
import type { LayerContext } from './emitter.ts';

/** Keras's L1L2, or none. */
export const penaltySchema = z
	.object({ class_name: z.literal('L1L2'), config: z.object({ l1: z.number().optional(), l2: z.number().optional() }) })
	.nullish();

/** l1 · Σ|w| + l2 · Σw². */
export function addPenalty(context: LayerContext, weight: Value, penalty: z.infer<typeof penaltySchema>): void {
	const { graph } = context;
	const { l1 = 0, l2 = 0 } = penalty?.config ?? {};
	const total = (op: 'Abs' | 'Square') => {
		const each = unary(graph, op, weight);
		return reduce(
			graph,
			'Sum',
			each,
			each.shape.map((_, axis) => axis),
		);
	};
	if (l1 > 0) context.penalty(scale(graph, total('Abs'), l1));
	if (l2 > 0) context.penalty(scale(graph, total('Square'), l2));
}
