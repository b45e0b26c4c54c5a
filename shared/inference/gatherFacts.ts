import type { GraphDocument, GraphEdge, GraphNode, NodeId } from '../graph/document.ts';
import { hasFlag, indexGraph, orderGraph, reachable } from '../graph/query.ts';
import type { Expansion } from '../graph/repeats.ts';
import { layerDefinition } from '../layers/catalogue.ts';
import { isSameShape, type MaybeShape, type TensorShape } from '../tensor/shape.ts';
import type { InferenceContext } from './context.ts';
import type { GraphFacts } from './facts.ts';
import type { InferenceTotals, NodeStatus, ReceptiveField } from './inference.ts';
import { type CoreRequest, inferNode, isSameField, isSameRequest, type NodeCore, sortWires } from './nodeCore.ts';

/** Facts of a document, with what has changed since those of the last pass. */
export interface Gathered {
	readonly facts: GraphFacts;
	/** The failing node that a blocked one waits for. */
	readonly waitsFor: ReadonlyMap<NodeId, NodeId>;
	/** Nodes that were inferred again, where the facts of the last pass were revised; else empty. */
	readonly changed: readonly NodeId[];
	readonly isRevised: boolean;
	/** Wires, kinds, statuses and which layers have weights are as they were. */
	readonly isSameStructure: boolean;
}

/** How a document differs from that of the last pass where wires and kinds are the same. */
export interface Change {
	/** Nodes that differ in anything, their places included. */
	readonly edited: readonly NodeId[];
	/** Those of them that have to be inferred again. */
	readonly touched: readonly NodeId[];
	readonly hasNewNames: boolean;
}

const noEdges: readonly GraphEdge[] = [];
const BYTES_PER_WEIGHT = 4;

/** Everything anew, but for nodes whose settings and inputs are those of the last pass. */
export function gatherFacts(expansion: Expansion, context: InferenceContext, before: GraphFacts | undefined): Gathered {
	const { document } = expansion;
	const lookup = context.lookup ?? layerDefinition;
	const index = indexGraph(document);
	const { order, cycles } = orderGraph(document);
	const cores = inferCores(document, context, before);
	const sources = document.nodes.filter((node) => lookup(node.kind)?.endpoint === 'source');
	const sinks = document.nodes.filter((node) => lookup(node.kind)?.endpoint === 'sink');
	const leadsToSink = reachable(document, idsOf(sinks), 'up');
	const included = findIncluded(document, sources, sinks, leadsToSink);
	const { statuses, waitsFor } = judge(document, cores, leadsToSink);
	const totals = totalsOf(cores, included);
	const facts = {
		document,
		expansion,
		context,
		lookup,
		index,
		order,
		cycles,
		cores,
		statuses,
		included,
		leadsToSink,
		sources,
		sinks,
		totals,
	};
	return { facts, waitsFor, changed: [], isRevised: false, isSameStructure: false };
}

/** What an edit of settings, names or places has changed; undefined where the change goes deeper. */
export function compare(before: GraphFacts, document: GraphDocument, context: InferenceContext): Change | undefined {
	const isSameGraph =
		before.order === orderGraph(document).order &&
		before.context.lookup === context.lookup &&
		before.context.dataset === context.dataset &&
		before.document.settings === document.settings &&
		before.document.groups === document.groups;
	if (!isSameGraph) return undefined;
	const edited: NodeId[] = [];
	const touched: NodeId[] = [];
	let hasNewNames = false;
	for (const [place, node] of document.nodes.entries()) {
		const old = before.document.nodes[place];
		if (old === node) continue;
		if (!old || old.kind !== node.kind) return undefined;
		edited.push(node.id);
		if (old.name !== node.name) hasNewNames = true;
		const isTouched = old.config !== node.config || old.muted !== node.muted || old.frozen !== node.frozen || old.group !== node.group;
		if (isTouched) touched.push(node.id);
	}
	return { edited, touched, hasNewNames };
}

/** The facts of the last pass with only those nodes inferred again that a change reaches. */
export function reviseFacts(
	before: GraphFacts,
	waitedFor: ReadonlyMap<NodeId, NodeId>,
	expansion: Expansion,
	context: InferenceContext,
	change: Change,
): Gathered {
	const { document } = expansion;
	const index = indexGraph(document);
	const { order, cycles, places } = orderGraph(document);
	const cores = new Map(before.cores);
	const cyclic = new Set(cycles.flat());
	const waiting = new Set(change.touched.map((id) => places.get(id) ?? 0));
	const changed: NodeId[] = [];
	for (let place = Math.min(...waiting); waiting.size > 0 && place < order.length; place++) {
		if (!waiting.delete(place)) continue;
		const id = order[place] ?? '';
		const old = cores.get(id);
		const request = requestFor(document, id, context, cores, cyclic);
		if (!old || !request || isSameRequest(old, request)) continue;
		const core = inferNode(request, old);
		cores.set(id, core);
		changed.push(id);
		if (isSameForFollowers(old, core)) continue;
		for (const edge of index.outgoing.get(id) ?? noEdges) waiting.add(places.get(edge.target) ?? 0);
	}
	const isSameStructure = changed.every((id) => isSameRole(before.cores.get(id), cores.get(id)));
	const { statuses, waitsFor } = isSameStructure
		? { statuses: before.statuses, waitsFor: waitedFor }
		: judge(document, cores, before.leadsToSink);
	const again = (nodes: readonly GraphNode[]) => nodes.map((node) => index.nodes.get(node.id) ?? node);
	const facts: GraphFacts = {
		...before,
		document,
		expansion,
		context,
		index,
		cores,
		statuses,
		sources: again(before.sources),
		sinks: again(before.sinks),
		totals: reviseTotals(before, cores, changed),
	};
	return { facts, waitsFor, changed, isRevised: true, isSameStructure };
}

function isSameForFollowers(a: NodeCore, b: NodeCore): boolean {
	return isSameShape(a.output, b.output) && isSameField(a.receptiveField, b.receptiveField) && isSameShape(a.extent, b.extent);
}

/** Counts as the same for statuses and for the checks that look at the structure. */
function isSameRole(a: NodeCore | undefined, b: NodeCore | undefined): boolean {
	return (
		a !== undefined &&
		b !== undefined &&
		a.state === b.state &&
		a.isMuted === b.isMuted &&
		(a.weightCount === 0) === (b.weightCount === 0) &&
		hasError(a) === hasError(b)
	);
}

function hasError(core: NodeCore): boolean {
	return core.problems.some((problem) => problem.severity === 'error');
}

function idsOf(nodes: readonly GraphNode[]): readonly NodeId[] {
	return nodes.map((node) => node.id);
}

/** Fed by an input and, as soon as an output is fed, leading to one. */
function findIncluded(
	document: GraphDocument,
	sources: readonly GraphNode[],
	sinks: readonly GraphNode[],
	leadsToSink: ReadonlySet<NodeId>,
): ReadonlySet<NodeId> {
	const fed = reachable(document, idsOf(sources), 'down');
	if (!sinks.some((sink) => fed.has(sink.id))) return fed;
	return new Set([...fed].filter((id) => leadsToSink.has(id)));
}

function inferCores(document: GraphDocument, context: InferenceContext, before: GraphFacts | undefined): ReadonlyMap<NodeId, NodeCore> {
	const { order, cycles } = orderGraph(document);
	const cyclic = new Set(cycles.flat());
	const cores = new Map<NodeId, NodeCore>();
	for (const id of order) {
		const request = requestFor(document, id, context, cores, cyclic);
		if (!request) continue;
		const known = before?.cores.get(id);
		cores.set(id, known && isSameRequest(known, request) ? known : inferNode(request, known));
	}
	return cores;
}

/** All that a node's answer depends on, given the answers of those before it. */
function requestFor(
	document: GraphDocument,
	id: NodeId,
	context: InferenceContext,
	cores: ReadonlyMap<NodeId, NodeCore>,
	cyclic: ReadonlySet<NodeId>,
): CoreRequest | undefined {
	const { nodes, incoming } = indexGraph(document);
	const node = nodes.get(id);
	if (!node) return undefined;
	const definition = (context.lookup ?? layerDefinition)(node.kind);
	const { wires, missing, spare } = sortWires(definition, incoming.get(id) ?? noEdges);
	const inputs: MaybeShape[] = [];
	const fields: (ReceptiveField | null)[] = [];
	let extent: TensorShape | null = null;
	for (const wire of wires) {
		const source = cores.get(wire.source);
		inputs.push(source?.output ?? null);
		fields.push(source?.receptiveField ?? null);
		extent ??= (source?.definition?.endpoint === 'source' ? source.output : source?.extent) ?? null;
	}
	return {
		kind: node.kind,
		definition,
		config: node.config,
		isMuted: definition?.endpoint === undefined && hasFlag(document, node, 'muted'),
		isFrozen: hasFlag(document, node, 'frozen'),
		isOnCycle: cyclic.has(id),
		missing,
		hasSpareWires: spare.length > 0,
		inputs,
		fields,
		extent,
		settings: document.settings,
		dataset: context.dataset,
		...(definition ? {} : { note: node.note }),
	};
}

/** Marks the first failing node of each path and lets those after it wait. */
function judge(
	document: GraphDocument,
	cores: ReadonlyMap<NodeId, NodeCore>,
	leadsToSink: ReadonlySet<NodeId>,
): { readonly statuses: ReadonlyMap<NodeId, NodeStatus>; readonly waitsFor: ReadonlyMap<NodeId, NodeId> } {
	const { incoming } = indexGraph(document);
	const { order, cycles } = orderGraph(document);
	const statuses = new Map<NodeId, NodeStatus>();
	const waitsFor = new Map<NodeId, NodeId>();
	const leaders = new Map(cycles.flatMap((cycle) => cycle.map((id) => [id, cycle[0] ?? id] as const)));
	for (const id of order) {
		const core = cores.get(id);
		if (!core) continue;
		const edges = incoming.get(id) ?? noEdges;
		const leader = leaders.get(id);
		if (leader !== undefined) {
			statuses.set(id, leader === id ? 'error' : 'blocked');
			if (leader !== id) waitsFor.set(id, leader);
		} else if (core.state === 'unfed') {
			statuses.set(id, edges.length === 0 && !leadsToSink.has(id) ? 'unconnected' : 'error');
		} else if (core.state === 'failed') {
			statuses.set(id, 'error');
		} else if (core.state === 'known') {
			statuses.set(id, hasError(core) ? 'error' : 'fine');
		} else {
			const stopped = edges.map((edge) => edge.source).filter((source) => cores.get(source)?.output === null);
			const blocker = stopped.find((source) => statuses.get(source) === 'error' || statuses.get(source) === 'blocked');
			if (blocker !== undefined) {
				statuses.set(id, 'blocked');
				waitsFor.set(id, waitsFor.get(blocker) ?? blocker);
			} else {
				statuses.set(id, stopped.some((source) => statuses.get(source) === 'unconnected') ? 'unconnected' : 'unknown');
			}
		}
	}
	return { statuses, waitsFor };
}

const summed = ['weights', 'trainableWeights', 'multiplyAdds', 'activationBytes'] as const;
type Sums = Record<(typeof summed)[number], number>;

function totalsOf(cores: ReadonlyMap<NodeId, NodeCore>, included: ReadonlySet<NodeId>): InferenceTotals {
	const sums: Sums = { weights: 0, trainableWeights: 0, multiplyAdds: 0, activationBytes: 0 };
	for (const [id, core] of cores) if (included.has(id)) addCosts(sums, core, 1);
	return { ...sums, fileBytes: sums.weights * BYTES_PER_WEIGHT };
}

/** The old sums with the differences of the changed nodes; exact, as long as whole numbers are. */
function reviseTotals(before: GraphFacts, cores: ReadonlyMap<NodeId, NodeCore>, changed: readonly NodeId[]): InferenceTotals {
	const { weights, trainableWeights, multiplyAdds, activationBytes } = before.totals;
	const sums: Sums = { weights, trainableWeights, multiplyAdds, activationBytes };
	for (const id of changed) {
		const old = before.cores.get(id);
		const core = cores.get(id);
		if (!old || !core || !before.included.has(id)) continue;
		addCosts(sums, old, -1);
		addCosts(sums, core, 1);
	}
	const isExact = summed.every((key) => Number.isSafeInteger(sums[key]) && Number.isSafeInteger(before.totals[key]));
	return isExact ? { ...sums, fileBytes: sums.weights * BYTES_PER_WEIGHT } : totalsOf(cores, before.included);
}

function addCosts(sums: Sums, core: NodeCore, sign: 1 | -1): void {
	sums.weights += sign * core.weightCount;
	sums.trainableWeights += sign * core.trainableWeightCount;
	sums.multiplyAdds += sign * core.multiplyAdds;
	sums.activationBytes += sign * core.activationBytes;
}
