import type { GraphDocument, GraphEdge, GraphGroup, GraphNode, GroupId, NodeId } from './document.ts';
import { namer } from './ids.ts';
import { crossingEdges, groupMembers } from './query.ts';

/** Questions about groups: which is in which, what crosses a border. */

export function findGroup(document: GraphDocument, id: GroupId): GraphGroup | undefined {
	return document.groups.find((group) => group.id === id);
}

/** The groups around a place, outermost first, the one named included; empty at the top level. */
export function groupPath(document: GraphDocument, id: GroupId | undefined): readonly GraphGroup[] {
	const path: GraphGroup[] = [];
	for (let at = id; at !== undefined; ) {
		const group = findGroup(document, at);
		if (!group || path.includes(group)) break;
		path.unshift(group);
		at = group.parent;
	}
	return path;
}

/** Groups inside another, at any depth; itself left out. */
export function groupsWithin(document: GraphDocument, id: GroupId): readonly GraphGroup[] {
	return document.groups.filter((group) => group.id !== id && groupPath(document, group.parent).some((around) => around.id === id));
}

/** True for a place that is the group itself or lies inside it; every place lies inside the top level. */
export function isWithin(document: GraphDocument, place: GroupId | undefined, group: GroupId | undefined): boolean {
	return group === undefined || groupPath(document, place).some(({ id }) => id === group);
}

/** The innermost group that all places share; `undefined` for the top level. */
export function commonGroup(document: GraphDocument, places: readonly (GroupId | undefined)[]): GroupId | undefined {
	const paths = places.map((place) => groupPath(document, place).map(({ id }) => id));
	const [first = [], ...others] = paths;
	return first.filter((id, depth) => others.every((path) => path[depth] === id)).at(-1);
}

/** One way over a group's border: all wires that carry the same answer. */
export interface GroupPort {
	/** Stable while the answer comes from the same place. */
	readonly key: string;
	/** Whose answer crosses: a node outside for an entry, a member for an exit. */
	readonly source: NodeId;
	readonly sourcePort: string;
	readonly edges: readonly GraphEdge[];
}

export interface GroupPorts {
	readonly entries: readonly GroupPort[];
	readonly exits: readonly GroupPort[];
}

export function portKey({ source, sourcePort }: Pick<GraphEdge, 'source' | 'sourcePort'>): string {
	return `${encodeURIComponent(source)}/${encodeURIComponent(sourcePort)}`;
}

/** A group's ports in the order of its wires: one answer that feeds several members is one entry. */
export function groupPorts(document: GraphDocument, members: ReadonlySet<NodeId>): GroupPorts {
	const { into, outOf } = crossingEdges(document, members);
	return { entries: bundle(into), exits: bundle(outOf) };
}

function bundle(edges: readonly GraphEdge[]): readonly GroupPort[] {
	const ports = new Map<string, GraphEdge[]>();
	for (const edge of edges) {
		const key = portKey(edge);
		const list = ports.get(key);
		if (list) list.push(edge);
		else ports.set(key, [edge]);
	}
	return [...ports].flatMap(([key, list]) => {
		const [first] = list;
		return first ? [{ key, source: first.source, sourcePort: first.sourcePort, edges: list }] : [];
	});
}

/** A part that all members share: what a group as a whole belongs to. */
export function roleOf(nodes: readonly GraphNode[]): GraphNode['role'] {
	const role = nodes[0]?.role;
	return nodes.every((node) => node.role === role) ? role : undefined;
}

/** Ids for new groups; the same document gives the same ids. */
export function groupIds(document: GraphDocument): { next(): GroupId } {
	const ids = namer(
		document.groups.map((group) => group.id),
		(stem, number) => `${stem}-${number}`,
	);
	return { next: () => ids.next('group') };
}

/** Names for new groups: "block 1", "block 2". */
export function groupNames(document: GraphDocument): { next(stem: string): string } {
	const names = namer(
		document.groups.map((group) => group.name),
		(stem, number) => `${stem} ${number}`,
	);
	return { next: (stem) => names.next(stem.replace(/\s+\d+$/, '') || stem) };
}

/** Members by group, asked once for each. */
export function membersOf(document: GraphDocument, group: GroupId): readonly GraphNode[] {
	const ids = groupMembers(document, group);
	return document.nodes.filter((node) => ids.has(node.id));
}
