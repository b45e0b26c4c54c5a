import type { GraphDocument, GraphGroup, GraphNode, GroupId, NodeId } from '../graph/document.ts';
import { type GroupPorts, groupPorts, groupsWithin, membersOf } from '../graph/groups.ts';
import type { MaybeShape } from '../tensor/shape.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { Inference, NodeInference, NodeStatus, ReceptiveField } from './inference.ts';
import { writtenOut } from './inferShapes.ts';

/** What is derived about a group as a whole. Counts are those of all copies, per sample. */
export interface GroupFacts {
	/** The worst of its members; `blocked` where all wait for a layer outside. */
	readonly status: NodeStatus;
	readonly waitsFor: NodeId | null;
	/** In the order of the data. */
	readonly members: readonly GraphNode[];
	/** Kind of the member that works most: what the group is known by. */
	readonly mainKind: string | null;
	readonly ports: GroupPorts;
	/** Size of each entry and of each exit, in the order of the ports. */
	readonly inputs: readonly MaybeShape[];
	readonly outputs: readonly MaybeShape[];
	readonly weightCount: number;
	readonly trainableWeightCount: number;
	readonly multiplyAdds: number;
	readonly activationBytes: number;
	/** Behind the last copy. */
	readonly receptiveField: ReceptiveField | null;
	/** Layers with a kernel that stand behind one another in one copy: what a copy more adds to the depth. */
	readonly depth: number;
	/** Those of the group itself, then those of its members and of groups inside it. */
	readonly diagnostics: readonly Diagnostic[];
}

const known = new WeakMap<Inference, { readonly document: GraphDocument; readonly facts: Map<GroupId, GroupFacts> }>();

/** Derived facts of one group; made once for each answer of the inference. */
export function groupFacts(document: GraphDocument, inference: Inference, group: GraphGroup): GroupFacts {
	let cache = known.get(inference);
	if (cache?.document !== document) {
		cache = { document, facts: new Map() };
		known.set(inference, cache);
	}
	const before = cache.facts.get(group.id);
	if (before) return before;
	const made = gather(document, inference, group);
	cache.facts.set(group.id, made);
	return made;
}

function gather(document: GraphDocument, inference: Inference, group: GraphGroup): GroupFacts {
	const places = new Map(inference.order.map((id, index) => [id, index]));
	const members = [...membersOf(document, group.id)].sort((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0));
	const ids = new Set(members.map((node) => node.id));
	const ports = groupPorts(document, ids);
	const facts = members.flatMap((node) => inference.nodes.get(node.id) ?? []);
	const sum = (count: (node: NodeInference) => number): number => facts.reduce((total, node) => total + count(node), 0);
	const outputOf = (id: NodeId): MaybeShape => inference.nodes.get(id)?.output ?? null;
	const ends = ports.exits.length > 0 ? ports.exits.map(({ source }) => source) : looseEnds(document, members, ids);
	const inside = new Set([group.id, ...groupsWithin(document, group.id).map(({ id }) => id)]);
	const diagnostics = inference.diagnostics.filter(({ place }) => {
		if (place.kind === 'group') return inside.has(place.group);
		return place.kind === 'node' ? ids.has(place.node) : place.kind === 'edge' && ids.has(place.edge.target);
	});
	const isOwn = ({ place }: Diagnostic): boolean => place.kind === 'group' && place.group === group.id;
	return {
		...statusOf(facts, ids, diagnostics),
		members,
		mainKind: mainKindOf(members, inference),
		ports,
		inputs: ports.entries.map(({ source }) => outputOf(source)),
		outputs: ends.map(outputOf),
		weightCount: sum((node) => node.weightCount),
		trainableWeightCount: sum((node) => node.trainableWeightCount),
		multiplyAdds: sum((node) => node.multiplyAdds),
		activationBytes: sum((node) => node.activationBytes),
		receptiveField: inference.nodes.get(ends.at(-1) ?? '')?.receptiveField ?? null,
		depth: depthInside(document, inference, ids),
		diagnostics: [...diagnostics.filter(isOwn), ...diagnostics.filter((diagnostic) => !isOwn(diagnostic))],
	};
}

function mainKindOf(members: readonly GraphNode[], inference: Inference): string | null {
	const workOf = (node: GraphNode): number => inference.nodes.get(node.id)?.multiplyAdds ?? 0;
	return members.reduce<GraphNode | null>((most, node) => (most && workOf(most) >= workOf(node) ? most : node), null)?.kind ?? null;
}

function looseEnds(document: GraphDocument, members: readonly GraphNode[], ids: ReadonlySet<NodeId>): readonly NodeId[] {
	const feeding = new Set(document.edges.filter((edge) => ids.has(edge.target)).map((edge) => edge.source));
	return members.filter((node) => !feeding.has(node.id)).map((node) => node.id);
}

function statusOf(
	facts: readonly NodeInference[],
	members: ReadonlySet<NodeId>,
	diagnostics: readonly Diagnostic[],
): Pick<GroupFacts, 'status' | 'waitsFor'> {
	const isBroken = diagnostics.some(({ severity }) => severity === 'error') || facts.some(({ status }) => status === 'error');
	if (isBroken) return { status: 'error', waitsFor: null };
	const blocked = facts.find((node) => node.status === 'blocked' && node.waitsFor !== null && !members.has(node.waitsFor));
	if (blocked) return { status: 'blocked', waitsFor: blocked.waitsFor };
	if (facts.some(({ status }) => status === 'unconnected')) return { status: 'unconnected', waitsFor: null };
	if (facts.some(({ status }) => status === 'unknown')) return { status: 'unknown', waitsFor: null };
	return { status: 'fine', waitsFor: null };
}

/** What one value behind the first of several copies sees; `null` where there is one copy, or where that is not known. */
export function firstCopyField(inference: Inference, { members, ports }: GroupFacts): ReceptiveField | null {
	const end = ports.exits[0]?.source ?? members.at(-1)?.id;
	const out = end === undefined || (inference.nodes.get(end)?.copies ?? 1) === 1 ? null : writtenOut(inference);
	return (end !== undefined && out?.inference.nodes.get(end)?.receptiveField) || null;
}

/** The most layers with a kernel on any way through the group. */
function depthInside(document: GraphDocument, inference: Inference, members: ReadonlySet<NodeId>): number {
	const depths = new Map<NodeId, number>();
	const before = new Map<NodeId, number>();
	for (const id of inference.order) {
		if (!members.has(id)) continue;
		const hasKernel = inference.nodes.get(id)?.weights.some(({ shape }) => shape.length > 1) ?? false;
		const depth = (before.get(id) ?? 0) + (hasKernel ? 1 : 0);
		depths.set(id, depth);
		for (const edge of document.edges) {
			if (edge.source === id) before.set(edge.target, Math.max(before.get(edge.target) ?? 0, depth));
		}
	}
	return Math.max(0, ...depths.values());
}
