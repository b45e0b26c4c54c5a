import type { GraphDocument, GraphGroup, GroupId } from '#shared/graph/document.ts';
import type { ModelPlan, PlanOp } from '#shared/plan/plan.ts';

/** A repeated group as the plan has it: the same layers several times, each copy fed by the one before. */
export interface Repeat {
	readonly group: GraphGroup;
	readonly copies: readonly (readonly PlanOp[])[];
	/** Op that feeds each copy, and op that gives its answer. */
	readonly ports: readonly { readonly entry: string; readonly exit: string }[];
}

/** Groups with copies that hold no such group themselves, in no order. */
export function findRepeats(plan: ModelPlan): readonly Repeat[] {
	const { document } = plan;
	const repeated = document.groups.filter((group) => group.repeat > 1);
	const groupOf = new Map(document.nodes.map((node) => [node.id, node.group]));
	return repeated.flatMap((group) => {
		const holdsAnother = repeated.some((other) => other !== group && isInside(document, other.id, group.id));
		const isHeld = repeated.some((other) => other !== group && isInside(document, group.id, other.id));
		if (holdsAnother || isHeld) return [];
		const members = plan.ops.filter((op) => isInside(document, groupOf.get(op.node), group.id));
		const copies = splitCopies(members);
		const ports = copies.map((ops) => portsOf(plan, ops));
		const known = ports.filter((port) => port !== null);
		return copies.length > 1 && known.length === copies.length ? [{ group, copies, ports: known }] : [];
	});
}

/** Copies stand one after the other, so a layer's first op is in the first copy. */
function splitCopies(members: readonly PlanOp[]): readonly (readonly PlanOp[])[] {
	const seen = new Map<string, number>();
	const copies: PlanOp[][] = [];
	for (const op of members) {
		const copy = seen.get(op.node) ?? 0;
		seen.set(op.node, copy + 1);
		const ops = copies[copy] ?? [];
		ops.push(op);
		copies[copy] = ops;
	}
	return copies;
}

function portsOf(plan: ModelPlan, ops: readonly PlanOp[]): Repeat['ports'][number] | null {
	const names = new Set(ops.map((op) => op.name));
	const entries = new Set(ops.flatMap((op) => op.inputs.filter((name) => !names.has(name))));
	const exits = ops.filter((op) => plan.ops.some((other) => !names.has(other.name) && other.inputs.includes(op.name)));
	const [entry] = entries;
	const [exit] = exits;
	return entry !== undefined && exit && entries.size === 1 && exits.length === 1 ? { entry, exit: exit.name } : null;
}

function isInside(document: GraphDocument, group: GroupId | undefined, outer: GroupId): boolean {
	for (let id = group; id !== undefined; id = document.groups.find((candidate) => candidate.id === id)?.parent) {
		if (id === outer) return true;
	}
	return false;
}
