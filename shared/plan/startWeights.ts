import { isSameShape } from '../tensor/shape.ts';
import { initialWeights, weightName } from './initialWeights.ts';
import type { ModelPlan, NamedWeight } from './plan.ts';

/** A weight's name and size, without its values. */
export type WeightSize = Pick<NamedWeight, 'name' | 'shape'>;

/** Names of ops that kept weights fill, and of those that start afresh: of which a weight is missing or of another size. */
export interface WeightMatch {
	readonly filled: readonly string[];
	readonly fresh: readonly string[];
}

/**
 * Where each weight of a plan is kept in a document's weights: `conv_1/kernel` → `conv2d-3/kernel`, by the node, so that a renamed
 * layer keeps its own. Further copies of a repeated group are numbered: `conv2d-3#2/kernel`.
 */
function weightHomes({ ops }: Pick<ModelPlan, 'ops'>): ReadonlyMap<string, string> {
	const copies = new Map<string, number>();
	const homes = new Map<string, string>();
	for (const { name, node, weights } of ops) {
		const copy = (copies.get(node) ?? 0) + 1;
		copies.set(node, copy);
		for (const weight of weights) homes.set(weightName(name, weight.name), `${copy === 1 ? node : `${node}#${copy}`}/${weight.name}`);
	}
	return homes;
}

/** A plan's weights by the names that a document keeps them under. */
export function toDocumentWeights(plan: Pick<ModelPlan, 'ops'>, weights: readonly NamedWeight[]): readonly NamedWeight[] {
	const homes = weightHomes(plan);
	return weights.map((weight) => ({ ...weight, name: homes.get(weight.name) ?? weight.name }));
}

/** Which layers of the plan a document's weights fill. A layer takes all of its weights from there or none. */
export function matchWeights(plan: Pick<ModelPlan, 'ops'>, kept: readonly WeightSize[]): WeightMatch {
	const known = new Map(kept.map((weight) => [weight.name, weight]));
	const homes = weightHomes(plan);
	const filled: string[] = [];
	const fresh: string[] = [];
	for (const { name, weights } of plan.ops) {
		if (weights.length === 0) continue;
		const fits = weights.every((weight) =>
			isSameShape(known.get(homes.get(weightName(name, weight.name)) ?? '')?.shape ?? null, weight.shape),
		);
		(fits ? filled : fresh).push(name);
	}
	return { filled, fresh };
}

/** What a network starts with: kept weights where the layer's fit, else what the plan's seed gives. */
export function startWeights(
	plan: Pick<ModelPlan, 'ops' | 'seed'>,
	kept: readonly NamedWeight[],
): WeightMatch & { readonly weights: readonly NamedWeight[] } {
	const match = matchWeights(plan, kept);
	const filled = new Set(match.filled);
	const known = new Map(kept.map((weight) => [weight.name, weight]));
	const homes = weightHomes(plan);
	const fresh = initialWeights({ ...plan, ops: plan.ops.filter(({ name }) => !filled.has(name)) });
	const values = new Map(fresh.map((weight) => [weight.name, weight]));
	const weights = plan.ops.flatMap((op) =>
		op.weights.map((weight) => {
			const name = weightName(op.name, weight.name);
			const found = filled.has(op.name) ? known.get(homes.get(name) ?? '') : values.get(name);
			if (!found) throw new Error(`a value for ${name} was assumed`);
			return { ...found, name };
		}),
	);
	return { ...match, weights };
}
