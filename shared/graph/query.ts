import type { GraphDocument, GraphEdge, GraphGroup, GraphNode, GroupId, NodeId } from './document.ts';

/** Nodes and wires of one document by id, so that questions cost a look-up instead of a search. */
export interface GraphIndex {
	readonly nodes: ReadonlyMap<NodeId, GraphNode>;
	/** Wires into a node, in document order; only wires between nodes that exist. */
	readonly incoming: ReadonlyMap<NodeId, readonly GraphEdge[]>;
	readonly outgoing: ReadonlyMap<NodeId, readonly GraphEdge[]>;
}

const none: readonly GraphEdge[] = [];
const nodeMaps = new WeakMap<GraphDocument['nodes'], ReadonlyMap<NodeId, GraphNode>>();

/** Nodes by id; made once for each list of nodes and forgotten with it. */
function nodeMap(nodes: GraphDocument['nodes']): ReadonlyMap<NodeId, GraphNode> {
	const known = nodeMaps.get(nodes);
	if (known) return known;
	const made = new Map<NodeId, GraphNode>();
	for (const node of nodes) made.set(node.id, node);
	nodeMaps.set(nodes, made);
	return made;
}

/** What depends on the wires and the ids of the nodes alone, so that moving or setting a node does not make it anew. */
interface Wiring {
	readonly nodes: GraphDocument['nodes'];
	/** Lists of nodes that were found to have the same ids, so that they are compared once. */
	readonly alike: WeakSet<GraphDocument['nodes']>;
	readonly incoming: ReadonlyMap<NodeId, readonly GraphEdge[]>;
	readonly outgoing: ReadonlyMap<NodeId, readonly GraphEdge[]>;
	order: GraphOrder | null;
}

const wirings = new WeakMap<GraphDocument['edges'], Wiring>();

function wiringOf(document: GraphDocument): Wiring {
	const known = wirings.get(document.edges);
	if (known?.alike.has(document.nodes)) return known;
	if (known && hasSameIds(known.nodes, document.nodes)) {
		known.alike.add(document.nodes);
		return known;
	}
	const nodes = nodeMap(document.nodes);
	const incoming = new Map<NodeId, GraphEdge[]>();
	const outgoing = new Map<NodeId, GraphEdge[]>();
	for (const edge of document.edges) {
		if (!nodes.has(edge.source) || !nodes.has(edge.target)) continue;
		append(incoming, edge.target, edge);
		append(outgoing, edge.source, edge);
	}
	const made = { nodes: document.nodes, alike: new WeakSet([document.nodes]), incoming, outgoing, order: null };
	wirings.set(document.edges, made);
	return made;
}

function hasSameIds(a: GraphDocument['nodes'], b: GraphDocument['nodes']): boolean {
	return a.length === b.length && a.every((node, index) => node.id === b[index]?.id);
}

function append(map: Map<NodeId, GraphEdge[]>, key: NodeId, edge: GraphEdge): void {
	const list = map.get(key);
	if (list) list.push(edge);
	else map.set(key, [edge]);
}

/** The index of a document, kept for as long as its wires. */
export function indexGraph(document: GraphDocument): GraphIndex {
	const { incoming, outgoing } = wiringOf(document);
	return { nodes: nodeMap(document.nodes), incoming, outgoing };
}

/** A port of a layer: `{ node: 'conv2d-1', port: 'in' }`. */
export interface PortPlace {
	readonly node: NodeId;
	readonly port: string;
}

export function findNode(document: GraphDocument, id: NodeId): GraphNode | undefined {
	return nodeMap(document.nodes).get(id);
}

export function incomingEdges(document: GraphDocument, node: NodeId): readonly GraphEdge[] {
	return indexGraph(document).incoming.get(node) ?? none;
}

export function outgoingEdges(document: GraphDocument, node: NodeId): readonly GraphEdge[] {
	return indexGraph(document).outgoing.get(node) ?? none;
}

export function isSameEdge(a: GraphEdge, b: GraphEdge): boolean {
	return a.source === b.source && a.target === b.target && a.sourcePort === b.sourcePort && a.targetPort === b.targetPort;
}

/** `start` and every node that can be reached from it along the wires (`down`) or against them (`up`). */
export function reachable(document: GraphDocument, start: Iterable<NodeId>, direction: 'down' | 'up'): ReadonlySet<NodeId> {
	const { nodes, incoming, outgoing } = indexGraph(document);
	const seen = new Set<NodeId>();
	const waiting = [...start].filter((id) => nodes.has(id));
	for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
		if (seen.has(id)) continue;
		seen.add(id);
		const edges = (direction === 'down' ? outgoing : incoming).get(id) ?? none;
		for (const edge of edges) waiting.push(direction === 'down' ? edge.target : edge.source);
	}
	return seen;
}

/** True when a wire from `source` to `target` would close a loop. */
export function wouldMakeLoop(document: GraphDocument, source: NodeId, target: NodeId): boolean {
	return source === target || reachable(document, [target], 'down').has(source);
}

export interface GraphOrder {
	/**
	 * Every node once: document order, but each node after all that feed it. Nodes that need a loop's answer come last,
	 * and only among them may a node stand before one that feeds it.
	 */
	readonly order: readonly NodeId[];
	/** Sets of nodes that wait for each other. */
	readonly cycles: readonly (readonly NodeId[])[];
	/** Where each node stands in `order`. */
	readonly places: ReadonlyMap<NodeId, number>;
}

/**
 * The order in which data flows. Tarjan 1972 (strongly connected components) over the wires into each node, without
 * recursion: a component is complete when all that feed it are, so components come out in topological order.
 */
export function orderGraph(document: GraphDocument): GraphOrder {
	const wiring = wiringOf(document);
	wiring.order ??= computeOrder(document);
	return wiring.order;
}

function computeOrder(document: GraphDocument): GraphOrder {
	const { incoming } = wiringOf(document);
	const number = new Map<NodeId, number>();
	const low = new Map<NodeId, number>();
	const open: NodeId[] = [];
	const isOpen = new Set<NodeId>();
	const clean: NodeId[] = [];
	const late: NodeId[] = [];
	const isLate = new Set<NodeId>();
	const cycles: NodeId[][] = [];
	const path: { readonly id: NodeId; readonly edges: readonly GraphEdge[]; next: number }[] = [];

	const enter = (id: NodeId): void => {
		number.set(id, number.size);
		low.set(id, number.size - 1);
		open.push(id);
		isOpen.add(id);
		path.push({ id, edges: incoming.get(id) ?? none, next: 0 });
	};
	const lower = (id: NodeId, value: number): void => {
		if (value < (low.get(id) ?? 0)) low.set(id, value);
	};
	const close = (id: NodeId, edges: readonly GraphEdge[]): void => {
		const members = open.splice(open.lastIndexOf(id));
		for (const member of members) isOpen.delete(member);
		const isCycle = members.length > 1 || edges.some((edge) => edge.source === id);
		if (isCycle) cycles.push(members);
		const waits = isCycle || edges.some((edge) => isLate.has(edge.source));
		for (const member of members) {
			if (waits) isLate.add(member);
			(waits ? late : clean).push(member);
		}
	};

	for (const node of document.nodes) {
		if (number.has(node.id)) continue;
		enter(node.id);
		for (let top = path.at(-1); top; top = path.at(-1)) {
			const edge = top.edges[top.next++];
			if (edge) {
				const seen = number.get(edge.source);
				if (seen === undefined) enter(edge.source);
				else if (isOpen.has(edge.source)) lower(top.id, seen);
				continue;
			}
			path.pop();
			const parent = path.at(-1);
			if (parent) lower(parent.id, low.get(top.id) ?? 0);
			if (low.get(top.id) === number.get(top.id)) close(top.id, top.edges);
		}
	}
	const order = [...clean, ...late];
	return { order, cycles, places: new Map(order.map((id, place) => [id, place])) };
}

/**
 * Wires whose removal opens every loop of the component: those that lead back to a node still on the way of a
 * depth-first walk. The walk begins where the outside feeds the loop, so that the wire back to there is cut.
 */
export function closingEdges(document: GraphDocument, cycle: readonly NodeId[]): readonly GraphEdge[] {
	const members = new Set(cycle);
	const { incoming, outgoing } = wiringOf(document);
	const isEntry = (id: NodeId) => (incoming.get(id) ?? []).some((edge) => !members.has(edge.source));
	const starts = [...cycle].sort((a, b) => Number(isEntry(b)) - Number(isEntry(a)));
	const done = new Set<NodeId>();
	const onWay = new Set<NodeId>();
	const closing: GraphEdge[] = [];
	for (const start of starts) {
		if (done.has(start)) continue;
		const way: { readonly id: NodeId; next: number }[] = [{ id: start, next: 0 }];
		onWay.add(start);
		for (let top = way.at(-1); top; top = way.at(-1)) {
			const edge = (outgoing.get(top.id) ?? [])[top.next++];
			if (!edge) {
				onWay.delete(top.id);
				done.add(top.id);
				way.pop();
			} else if (onWay.has(edge.target)) {
				closing.push(edge);
			} else if (members.has(edge.target) && !done.has(edge.target)) {
				onWay.add(edge.target);
				way.push({ id: edge.target, next: 0 });
			}
		}
	}
	return closing;
}

/** Nodes of a group, those of groups inside it included. */
export function groupMembers(document: GraphDocument, group: GroupId): ReadonlySet<NodeId> {
	const groups = new Set([group]);
	for (let grown = true; grown; ) {
		grown = false;
		for (const other of document.groups) {
			if (other.parent !== undefined && groups.has(other.parent) && !groups.has(other.id)) {
				groups.add(other.id);
				grown = true;
			}
		}
	}
	return new Set(document.nodes.filter((node) => node.group !== undefined && groups.has(node.group)).map((node) => node.id));
}

/** Wires over the border of a set of nodes: they are a group's ports. */
export function crossingEdges(
	document: GraphDocument,
	members: ReadonlySet<NodeId>,
): { readonly into: readonly GraphEdge[]; readonly outOf: readonly GraphEdge[] } {
	const into: GraphEdge[] = [];
	const outOf: GraphEdge[] = [];
	for (const edge of document.edges) {
		const isSourceInside = members.has(edge.source);
		const isTargetInside = members.has(edge.target);
		if (isTargetInside && !isSourceInside) into.push(edge);
		else if (isSourceInside && !isTargetInside) outOf.push(edge);
	}
	return { into, outOf };
}

const groupMaps = new WeakMap<GraphDocument['groups'], ReadonlyMap<GroupId, GraphGroup>>();

/** Groups by id; made once for each list of groups and forgotten with it. */
function groupMap(groups: GraphDocument['groups']): ReadonlyMap<GroupId, GraphGroup> {
	const known = groupMaps.get(groups);
	if (known) return known;
	const made = new Map(groups.map((group) => [group.id, group]));
	groupMaps.set(groups, made);
	return made;
}

/** Muted or frozen by itself or by a group around it. */
export function hasFlag(document: GraphDocument, node: GraphNode, flag: 'muted' | 'frozen'): boolean {
	if (node[flag]) return true;
	if (node.group === undefined || document.groups.length === 0) return false;
	const groups = groupMap(document.groups);
	const seen = new Set<GroupId>();
	for (let id: GroupId | undefined = node.group; id !== undefined && !seen.has(id); ) {
		seen.add(id);
		const group = groups.get(id);
		if (group?.[flag]) return true;
		id = group?.parent;
	}
	return false;
}
