import { nameOf } from '#shared/plan/nodeName.ts';
import type { ModelPlan } from '#shared/plan/plan.ts';
import { TOLERANCE } from './proof.ts';

/** Values that each op gives, by its name. */
type ValuesInside = ReadonlyMap<string, Float32Array>;

/**
 * The first layer, in the order of computing, whose values are others in the file than in the network, by the name that a person gave
 * it; `null` where none of those that can be compared is. Sums of large numbers round more, so differences count by the size of values.
 */
export function findParting(plan: ModelPlan, ours: ValuesInside, theirs: ValuesInside): string | null {
	for (const op of plan.ops) {
		const [expected, found] = [ours.get(op.name), theirs.get(op.name)];
		if (expected && found && isApart(expected, found)) return nameOf(plan, op);
	}
	return null;
}

function isApart(expected: Float32Array, found: Float32Array): boolean {
	if (expected.length !== found.length) return true;
	const largest = expected.reduce((size, value) => Math.max(size, Math.abs(value)), 1);
	return expected.some((value, at) => !(Math.abs(value - (found[at] ?? Number.NaN)) <= TOLERANCE * largest));
}
