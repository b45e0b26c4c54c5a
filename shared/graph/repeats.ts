import type { LayerLookup } from '../layers/defineLayer.ts';
import type { GraphDocument, GraphEdge, GraphGroup, GraphNode, GroupId, NodeId } from './document.ts';
import { crossingEdges, groupMembers } from './query.ts';

/** Where a chain of copies begins and ends: the wire that feeds the first, and the node whose answer feeds the next one. */
export interface RepeatPorts {
	readonly members: ReadonlySet<NodeId>;
	/** Feeds the group from outside. */
	readonly entry: { readonly source: NodeId; readonly sourcePort: string };
	/** Gives the group's answer. */
	readonly exit: { readonly source: NodeId; readonly sourcePort: string };
}

/** Why a group cannot be chained to itself. */
export type RepeatProblem =
	| { readonly code: 'repeatEntries'; readonly group: GraphGroup; readonly sources: readonly NodeId[] }
	| { readonly code: 'repeatExits'; readonly group: GraphGroup; readonly sources: readonly NodeId[] }
	/** An input or an output of the network stands in it. */
	| { readonly code: 'repeatEndpoint'; readonly group: GraphGroup; readonly node: NodeId }
	| { readonly code: 'repeatTooLong'; readonly group: GraphGroup; readonly nodes: number; readonly most: number };

/** A document with every repeated group written out as a chain of copies, each with weights of its own. */
export interface Expansion {
	/** As the user drew it. */
	readonly authored: GraphDocument;
	/** The first copy keeps the ids; `authored` itself where nothing is repeated. */
	readonly document: GraphDocument;
	/** The node that each further copy was made of. */
	readonly originals: ReadonlyMap<NodeId, NodeId>;
	/** Ids of all copies of a node, itself first; only of nodes that have copies. */
	readonly copies: ReadonlyMap<NodeId, readonly NodeId[]>;
	/** Names that tell copies apart, outermost first: `['stage 2', 'block 1']`; only of nodes in repeated groups. */
	readonly paths: ReadonlyMap<NodeId, readonly string[]>;
	/** Groups that are chained, with the node ids of their first copy. */
	readonly chains: ReadonlyMap<GroupId, RepeatPorts>;
	readonly problems: readonly RepeatProblem[];
}

/** Longer networks than this are not written out: nobody could train them, and a slip of the keyboard must not stop the program. */
export const MOST_NODES = 5_000;

interface Working {
	readonly nodes: GraphDocument['nodes'];
	readonly edges: GraphDocument['edges'];
}

interface Plan extends Omit<Expansion, 'authored' | 'document'> {
	readonly edges: GraphDocument['edges'];
	/** Ids of the written-out nodes in order. */
	readonly ids: readonly NodeId[];
}

const noProblems: readonly RepeatProblem[] = [];
const nothing: Omit<Expansion, 'authored' | 'document'> = {
	originals: new Map(),
	copies: new Map(),
	paths: new Map(),
	chains: new Map(),
	problems: noProblems,
};

const plans = new WeakMap<
	GraphDocument['edges'],
	{ readonly document: GraphDocument; readonly lookup: LayerLookup; readonly plan: Plan }
>();
const copiesOfNodes = new WeakMap<GraphNode, Map<NodeId, GraphNode>>();
const expansions = new WeakMap<GraphDocument, { readonly lookup: LayerLookup; readonly made: Expansion }>();

/**
 * Writes out repeated groups, inner ones first: the first copy is fed by what feeds the group, each further one by the copy before
 * it, and what the group feeds by the last. Parts that an edit does not touch keep their identity.
 */
export function expandRepeats(document: GraphDocument, lookup: LayerLookup): Expansion {
	const known = expansions.get(document);
	if (known?.lookup === lookup) return known.made;
	const made = document.groups.some((group) => group.repeat > 1)
		? writeOut(document, planFor(document, lookup))
		: { authored: document, document, ...nothing };
	expansions.set(document, { lookup, made });
	return made;
}

function writeOut(document: GraphDocument, plan: Plan): Expansion {
	const { ids, edges, ...rest } = plan;
	if (rest.originals.size === 0) return { authored: document, document, ...rest };
	const nodes = new Map(document.nodes.map((node) => [node.id, node]));
	const written = ids.flatMap((id) => {
		const original = nodes.get(rest.originals.get(id) ?? id);
		return original ? [original.id === id ? original : copyOf(original, id)] : [];
	});
	return { authored: document, document: { ...document, nodes: written, edges }, ...rest };
}

/** The same copy for the same node, so that what is known of it stays known. */
function copyOf(node: GraphNode, id: NodeId): GraphNode {
	const known = copiesOfNodes.get(node) ?? new Map<NodeId, GraphNode>();
	copiesOfNodes.set(node, known);
	const copy = known.get(id) ?? { ...node, id };
	known.set(id, copy);
	return copy;
}

/** What depends on wires, groups and kinds alone; kept until one of these changes. */
function planFor(document: GraphDocument, lookup: LayerLookup): Plan {
	const known = plans.get(document.edges);
	if (known?.lookup === lookup && hasSameParts(known.document, document)) return known.plan;
	const plan = makePlan(document, lookup);
	plans.set(document.edges, { document, lookup, plan });
	return plan;
}

function hasSameParts(a: GraphDocument, b: GraphDocument): boolean {
	return (
		a.groups === b.groups &&
		a.nodes.length === b.nodes.length &&
		a.nodes.every((node, index) => {
			const other = b.nodes[index];
			return node === other || (node.id === other?.id && node.kind === other.kind && node.group === other.group);
		})
	);
}

function makePlan(document: GraphDocument, lookup: LayerLookup): Plan {
	let working: Working = { nodes: document.nodes, edges: document.edges };
	const originals = new Map<NodeId, NodeId>();
	const paths = new Map<NodeId, readonly string[]>();
	const chains = new Map<GroupId, RepeatPorts>();
	const problems: RepeatProblem[] = [];
	for (const group of innerFirst(document.groups)) {
		if (group.repeat <= 1) continue;
		const found = portsOf({ ...document, ...working }, group, lookup);
		if (found === null) continue;
		if ('code' in found) {
			problems.push(found);
			continue;
		}
		chains.set(group.id, found);
		for (const id of found.members) paths.set(id, [`${group.name} 1`, ...(paths.get(id) ?? [])]);
		working = chain(working, group, found, originals, paths);
	}
	const copies = new Map<NodeId, NodeId[]>();
	for (const { id } of working.nodes) {
		const original = originals.get(id);
		if (original === undefined) continue;
		const list = copies.get(original) ?? [original];
		list.push(id);
		copies.set(original, list);
	}
	return { originals, copies, paths, chains, problems, edges: working.edges, ids: working.nodes.map((node) => node.id) };
}

/** Groups inside others before those around them. */
function innerFirst(groups: readonly GraphGroup[]): readonly GraphGroup[] {
	const known = new Map(groups.map((group) => [group.id, group]));
	const depthOf = (group: GraphGroup): number => {
		const seen = new Set<GroupId>();
		for (let at: GraphGroup | undefined = group; at && !seen.has(at.id); at = at.parent === undefined ? undefined : known.get(at.parent)) {
			seen.add(at.id);
		}
		return seen.size;
	};
	return groups
		.map((group) => ({ group, depth: depthOf(group) }))
		.sort((a, b) => b.depth - a.depth)
		.map(({ group }) => group);
}

/** A group's one way in and one way out, or why it has none; `null` while nothing feeds it or nothing is in it. */
function portsOf(document: GraphDocument, group: GraphGroup, lookup: LayerLookup): RepeatPorts | RepeatProblem | null {
	const members = groupMembers(document, group.id);
	const inside = document.nodes.filter((node) => members.has(node.id));
	const endpoint = inside.find((node) => lookup(node.kind)?.endpoint !== undefined);
	if (endpoint) return { code: 'repeatEndpoint', group, node: endpoint.id };
	const { into, outOf } = crossingEdges(document, members);
	const entries = distinct(into);
	if (entries.length > 1) return { code: 'repeatEntries', group, sources: entries.map((edge) => edge.source) };
	const exits = outOf.length > 0 ? distinct(outOf) : looseEnds(document, inside, members, lookup);
	if (exits.length > 1) return { code: 'repeatExits', group, sources: exits.map((edge) => edge.source) };
	const [entry] = entries;
	const [exit] = exits;
	if (!entry || !exit) return null;
	const nodes = document.nodes.length + members.size * (group.repeat - 1);
	if (nodes > MOST_NODES) return { code: 'repeatTooLong', group, nodes, most: MOST_NODES };
	return { members, entry, exit };
}

type End = RepeatPorts['exit'];

function distinct(edges: readonly GraphEdge[]): readonly End[] {
	const found = new Map<string, End>();
	for (const { source, sourcePort } of edges) found.set(JSON.stringify([source, sourcePort]), { source, sourcePort });
	return [...found.values()];
}

/** While a group feeds nothing yet: the nodes at its end. */
function looseEnds(
	document: GraphDocument,
	inside: readonly GraphNode[],
	members: ReadonlySet<NodeId>,
	lookup: LayerLookup,
): readonly End[] {
	const feeding = new Set(document.edges.filter((edge) => members.has(edge.target)).map((edge) => edge.source));
	return inside.flatMap((node) => {
		const [port] = lookup(node.kind)?.outputs ?? [];
		return port && !feeding.has(node.id) ? [{ source: node.id, sourcePort: port.name }] : [];
	});
}

/** Adds the copies behind the group's own nodes and leads the wires through them. */
function chain(
	{ nodes, edges }: Working,
	group: GraphGroup,
	{ members, exit }: RepeatPorts,
	originals: Map<NodeId, NodeId>,
	paths: Map<NodeId, readonly string[]>,
): Working {
	const isMember = (id: NodeId) => members.has(id);
	const nameOf = (id: NodeId, copy: number): NodeId => (copy === 1 ? id : `${id} ${group.id}×${copy}`);
	// In the order of the document, which is the order of a join's inputs.
	const inward = edges.filter((edge) => isMember(edge.target));
	const added: GraphNode[] = [];
	const wires: GraphEdge[] = [];
	for (let copy = 2; copy <= group.repeat; copy++) {
		for (const node of nodes) {
			if (!isMember(node.id)) continue;
			const id = nameOf(node.id, copy);
			added.push({ ...node, id });
			originals.set(id, originals.get(node.id) ?? node.id);
			paths.set(id, [`${group.name} ${copy}`, ...(paths.get(node.id) ?? []).slice(1)]);
		}
		for (const edge of inward) {
			const { target, targetPort } = edge;
			const from = isMember(edge.source)
				? { source: nameOf(edge.source, copy), sourcePort: edge.sourcePort }
				: { source: nameOf(exit.source, copy - 1), sourcePort: exit.sourcePort };
			wires.push({ ...from, target: nameOf(target, copy), targetPort });
		}
	}
	const last = nameOf(exit.source, group.repeat);
	const led = edges.map((edge) => (isMember(edge.source) && !isMember(edge.target) ? { ...edge, source: last } : edge));
	return { nodes: [...nodes, ...added], edges: [...led, ...wires] };
}
