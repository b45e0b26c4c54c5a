import { layerDefinition } from '#shared/layers/catalogue.ts';
import type { KerasLayer } from '#shared/layers/targets.ts';
import type { ModelPlan, PlanOp } from '#shared/plan/plan.ts';
import { buildTopology, type KerasTopology, type TopologyOptions } from './topology.ts';

/** A plan as a Keras model, each op written the way its kind says: for the engines and for exports. */
export function compileTopology(plan: ModelPlan, options: TopologyOptions = {}): KerasTopology {
	return buildTopology(plan, kerasChain, options);
}

/** The Keras layers that say the same as one op. */
export function kerasChain(op: PlanOp): readonly KerasLayer[] {
	const definition = layerDefinition(op.kind);
	if (!definition) throw new Error(`op ${op.name} is of kind ${op.kind}, which the catalogue does not have`);
	return definition.targets.keras(op.config, { inputs: op.inputShapes, output: op.outputShape });
}
