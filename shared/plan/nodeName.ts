import type { ModelPlan, PlanOp } from './plan.ts';

/** What a person calls the node that an op comes from. */
export function nameOf(plan: ModelPlan, op: PlanOp): string {
	return plan.document.nodes.find((node) => node.id === op.node)?.name ?? op.name;
}
