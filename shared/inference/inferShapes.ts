import type { GraphDocument, GraphEdge, GraphNode, NodeId } from '../graph/document.ts';
import { hasFlag, indexGraph, orderGraph, reachable } from '../graph/query.ts';
import { isSameData } from '../json.ts';
import { layerDefinition } from '../layers/catalogue.ts';
import type { LayerLookup } from '../layers/defineLayer.ts';
import type { MaybeShape, TensorShape } from '../tensor/shape.ts';
import type { InferenceContext } from './context.ts';
import type { Diagnostic, Severity } from './diagnostic.ts';
import type { GraphFacts } from './facts.ts';
import { graphChecks } from './graphChecks/graphChecks.ts';
import type { Inference, InferenceTotals, NodeInference, NodeStatus, ReceptiveField } from './inference.ts';
import { dependsOnGraph, layerDiagnostics } from './layerDiagnostics.ts';
import { type CoreRequest, inferNode, isSameRequest, type NodeCore, sortWires } from './nodeCore.ts';

/** What is kept of one pass for the next. */
interface Memory {
	readonly document: GraphDocument;
	readonly cores: ReadonlyMap<NodeId, NodeCore>;
	readonly layerDiagnostics: ReadonlyMap<NodeId, RememberedDiagnostics>;
}

interface RememberedDiagnostics {
	readonly core: NodeCore;
	readonly name: string;
	readonly incoming: readonly GraphEdge[];
	readonly sourceNames: string;
	readonly diagnostics: readonly Diagnostic[];
}

const memories = new WeakMap<Inference, Memory>();
const noEdges: readonly GraphEdge[] = [];
const noDiagnostics: readonly Diagnostic[] = [];
const severityOrder: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };
const BYTES_PER_WEIGHT = 4;

/**
 * Sizes, costs and problems of a whole document: `[28, 28, 1]` at the input, `[10]` at the output, and what stands in the way.
 * Never throws, however broken the document. With the `previous` answer only what an edit reaches is computed again, and what
 * stays the same keeps its identity; the result equals that of a full pass.
 */
export function inferShapes(document: GraphDocument, context: InferenceContext, previous?: Inference): Inference {
	const lookup = context.lookup ?? layerDefinition;
	const memory = previous && memories.get(previous);
	const index = indexGraph(document);
	const { order, cycles } = orderGraph(document);
	const cores = inferCores(document, context, lookup, memory);
	const sources = document.nodes.filter((node) => lookup(node.kind)?.endpoint === 'source');
	const sinks = document.nodes.filter((node) => lookup(node.kind)?.endpoint === 'sink');
	const leadsToSink = reachable(document, idsOf(sinks), 'up');
	const included = includedNodes(document, sources, sinks, leadsToSink);
	const { statuses, waitsFor } = judge(document, cores, leadsToSink);
	const totals = totalsOf(cores, included);
	const facts: GraphFacts = {
		document,
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

	const byLayer = rememberDiagnostics(facts, memory);
	const byGraph = graphChecks.flatMap((check) => check(facts));
	const atNodes = groupByNode(byGraph);
	const nodes = new Map<NodeId, NodeInference>();
	const all: Diagnostic[] = [];
	for (const id of order) {
		const core = cores.get(id);
		if (!core) continue;
		const before = previous?.nodes.get(id);
		const own = byLayer.get(id)?.diagnostics ?? noDiagnostics;
		const fromGraph = atNodes.get(id) ?? noDiagnostics;
		const diagnostics = keep(before?.diagnostics, own.length === 0 ? fromGraph : fromGraph.length === 0 ? own : [...own, ...fromGraph]);
		const status = statuses.get(id) ?? 'unknown';
		const hasError = status === 'fine' && diagnostics.some((diagnostic) => diagnostic.severity === 'error');
		nodes.set(id, toNodeInference(core, hasError ? 'error' : status, waitsFor.get(id) ?? null, diagnostics, before));
		all.push(...diagnostics);
	}
	all.push(...byGraph.filter((diagnostic) => diagnostic.place.kind !== 'node'));
	all.sort((a, b) => severityOrder[a.severity] - severityOrder[b.severity]);
	const inference: Inference = {
		nodes,
		order,
		diagnostics: keep(previous?.diagnostics, all),
		totals: previous && isSameData(previous.totals, totals) ? previous.totals : totals,
		included,
		inputShape: shapeOfOnly(sources, cores),
		outputShape: shapeOfOnly(sinks, cores),
	};
	memories.set(inference, { document, cores, layerDiagnostics: byLayer });
	return inference;
}

/** What a pass found out about each node by itself; none for an answer that `inferShapes` did not give. */
export function coresOf(inference: Inference): ReadonlyMap<NodeId, NodeCore> {
	return memories.get(inference)?.cores ?? new Map();
}

function idsOf(nodes: readonly GraphNode[]): readonly NodeId[] {
	return nodes.map((node) => node.id);
}

function shapeOfOnly(nodes: readonly GraphNode[], cores: ReadonlyMap<NodeId, NodeCore>): TensorShape | null {
	const [node] = nodes;
	return node && nodes.length === 1 ? (cores.get(node.id)?.output ?? null) : null;
}

/** Fed by an input and, as soon as an output is fed, leading to one. */
function includedNodes(
	document: GraphDocument,
	sources: readonly GraphNode[],
	sinks: readonly GraphNode[],
	leadsToSink: ReadonlySet<NodeId>,
): ReadonlySet<NodeId> {
	const fed = reachable(document, idsOf(sources), 'down');
	if (!sinks.some((sink) => fed.has(sink.id))) return fed;
	return new Set([...fed].filter((id) => leadsToSink.has(id)));
}

function inferCores(
	document: GraphDocument,
	context: InferenceContext,
	lookup: LayerLookup,
	memory: Memory | undefined,
): ReadonlyMap<NodeId, NodeCore> {
	const { nodes, incoming } = indexGraph(document);
	const { order, cycles } = orderGraph(document);
	const onCycle = new Set(cycles.flat());
	const cores = new Map<NodeId, NodeCore>();
	for (const id of order) {
		const node = nodes.get(id);
		if (!node) continue;
		const definition = lookup(node.kind);
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
		const request: CoreRequest = {
			kind: node.kind,
			definition,
			config: node.config,
			isMuted: definition?.endpoint === undefined && hasFlag(document, node, 'muted'),
			isFrozen: hasFlag(document, node, 'frozen'),
			isOnCycle: onCycle.has(id),
			missing,
			hasSpareWires: spare.length > 0,
			inputs,
			fields,
			extent,
			settings: document.settings,
			dataset: context.dataset,
		};
		const known = memory?.cores.get(id);
		cores.set(id, known && isSameRequest(known, request) ? known : inferNode(request));
	}
	return cores;
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
			statuses.set(id, core.problems.some((problem) => problem.severity === 'error') ? 'error' : 'fine');
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

function totalsOf(cores: ReadonlyMap<NodeId, NodeCore>, included: ReadonlySet<NodeId>): InferenceTotals {
	let weights = 0;
	let trainableWeights = 0;
	let multiplyAdds = 0;
	let activationBytes = 0;
	for (const [id, core] of cores) {
		if (!included.has(id)) continue;
		weights += core.weightCount;
		trainableWeights += core.trainableWeightCount;
		multiplyAdds += core.multiplyAdds;
		activationBytes += core.activationBytes;
	}
	return { weights, trainableWeights, multiplyAdds, activationBytes, fileBytes: weights * BYTES_PER_WEIGHT };
}

function rememberDiagnostics(facts: GraphFacts, memory: Memory | undefined): ReadonlyMap<NodeId, RememberedDiagnostics> {
	const found = new Map<NodeId, RememberedDiagnostics>();
	const isSameGraph =
		memory !== undefined && memory.document.nodes === facts.document.nodes && memory.document.edges === facts.document.edges;
	for (const [id, core] of facts.cores) {
		const node = facts.index.nodes.get(id);
		if (!node || core.problems.length === 0) continue;
		const incoming = facts.index.incoming.get(id) ?? noEdges;
		const sourceNames = incoming.map((edge) => facts.index.nodes.get(edge.source)?.name).join('\n');
		const known = memory?.layerDiagnostics.get(id);
		const isKept =
			known !== undefined &&
			known.core === core &&
			known.name === node.name &&
			known.sourceNames === sourceNames &&
			known.incoming.length === incoming.length &&
			known.incoming.every((edge, place) => edge === incoming[place]) &&
			(isSameGraph || !dependsOnGraph(core));
		found.set(id, isKept ? known : { core, name: node.name, incoming, sourceNames, diagnostics: layerDiagnostics(facts, node, core) });
	}
	return found;
}

function groupByNode(diagnostics: readonly Diagnostic[]): ReadonlyMap<NodeId, readonly Diagnostic[]> {
	const groups = new Map<NodeId, Diagnostic[]>();
	for (const diagnostic of diagnostics) {
		if (diagnostic.place.kind !== 'node') continue;
		const list = groups.get(diagnostic.place.node);
		if (list) list.push(diagnostic);
		else groups.set(diagnostic.place.node, [diagnostic]);
	}
	return groups;
}

/** The old list where it says the same; else the new one with those entries of the old that still hold. */
function keep(before: readonly Diagnostic[] | undefined, now: readonly Diagnostic[]): readonly Diagnostic[] {
	if (!before) return now;
	const kept = now.map((diagnostic, place) => {
		const old = before[place];
		return old && (old === diagnostic || isSameData(old, diagnostic)) ? old : diagnostic;
	});
	return kept.length === before.length && kept.every((diagnostic, place) => diagnostic === before[place]) ? before : kept;
}

function toNodeInference(
	core: NodeCore,
	status: NodeStatus,
	waitsFor: NodeId | null,
	diagnostics: readonly Diagnostic[],
	before: NodeInference | undefined,
): NodeInference {
	const isSame =
		before !== undefined &&
		before.status === status &&
		before.waitsFor === waitsFor &&
		before.diagnostics === diagnostics &&
		before.weights === core.weights &&
		before.inputs === core.inputs &&
		before.output === core.output &&
		before.receptiveField === core.receptiveField &&
		before.trainableWeightCount === core.trainableWeightCount &&
		before.multiplyAdds === core.multiplyAdds;
	if (isSame) return before;
	return {
		status,
		waitsFor,
		inputs: core.inputs,
		output: core.output,
		weights: core.weights,
		weightCount: core.weightCount,
		trainableWeightCount: core.trainableWeightCount,
		multiplyAdds: core.multiplyAdds,
		activationBytes: core.activationBytes,
		receptiveField: core.receptiveField,
		diagnostics,
	};
}
