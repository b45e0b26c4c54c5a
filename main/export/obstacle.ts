import type { NodeId } from '#shared/graph/document.ts';
import { nameOf } from '#shared/plan/nodeName.ts';
import type { ModelPlan, PlanOp } from '#shared/plan/plan.ts';
import { type Message, message } from '#shared/text/message.ts';

/** Why a network cannot be written exactly; `node` is the one it is about, where it is about one. */
export interface Obstacle extends Message {
	readonly node?: NodeId;
}

/** A format has no layers that answer as this op does. */
export function obstacleAt(plan: ModelPlan, op: PlanOp, target: Message): Obstacle {
	return { ...message('exporting.problem.noStockLayer', { node: nameOf(plan, op), target }), node: op.node };
}
