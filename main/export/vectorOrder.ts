import type { WeightSpec } from '#shared/layers/defineLayer.ts';
import type { VectorOrder } from '#shared/layers/torch.ts';
import type { ModelPlan, PlanOp } from '#shared/plan/plan.ts';
import { isMapShape, type MapShape } from '#shared/tensor/shape.ts';

/** In which order the values of vectors stand that were flattened from a map. */
export interface VectorOrders {
	/** Ops that flatten place by place, as we do: what comes after needs our order. */
	readonly channelsLast: ReadonlySet<string>;
	/** Ops whose input is a map flattened channel by channel, as PyTorch and ONNX do it, with the map. */
	readonly flattened: ReadonlyMap<string, MapShape>;
}

/**
 * Flattening puts channel behind channel where channels come first. Where all that comes after works value by value up to layers that give every value
 * weights of its own, the order of those weights follows and the network stays as people write it. Anywhere else the map is turned first.
 */
export function orderVectors(plan: ModelPlan, orderOf: (op: PlanOp) => VectorOrder | undefined): VectorOrders {
	const channelsLast = new Set<string>();
	const flattened = new Map<string, MapShape>();
	const consumers = new Map(plan.ops.map((op) => [op.name, plan.ops.filter((other) => other.inputs.includes(op.name))]));
	for (const op of plan.ops) {
		const [map] = op.inputShapes;
		if (orderOf(op) !== 'makes' || !map || !isMapShape(map)) continue;
		const reached = reach(plan, op, consumers, orderOf);
		if (reached === null) channelsLast.add(op.name);
		else for (const name of reached) flattened.set(name, map);
	}
	return { channelsLast, flattened };
}

/** Ops that meet the values channel by channel; `null` where one of them cannot. */
function reach(
	plan: ModelPlan,
	start: PlanOp,
	consumers: ReadonlyMap<string, readonly PlanOp[]>,
	orderOf: (op: PlanOp) => VectorOrder | undefined,
): ReadonlySet<string> | null {
	const reached = new Set<string>();
	const waiting = [start];
	for (let op = waiting.pop(); op; op = waiting.pop()) {
		if (op.name === plan.output) return null;
		for (const next of consumers.get(op.name) ?? []) {
			const order = orderOf(next);
			if (order !== 'keeps' && order !== 'absorbs') return null;
			if (reached.has(next.name)) continue;
			reached.add(next.name);
			if (order === 'keeps') waiting.push(next);
		}
	}
	return reached;
}

/** Weights that belong to the values that come in; those of a dense layer's answer, its bias, do not. */
export function meetsInput({ layout }: WeightSpec, order: VectorOrder | undefined): boolean {
	return order === 'keeps' || layout === 'IO';
}
