import type { GraphDocument, GraphEdge, GraphNode, NodeId } from '../graph/document.ts';
import { orderGraph } from '../graph/query.ts';
import { type Expansion, expandRepeats } from '../graph/repeats.ts';
import { isSameData } from '../json.ts';
import { layerDefinition } from '../layers/catalogue.ts';
import type { TensorShape } from '../tensor/shape.ts';
import type { InferenceContext } from './context.ts';
import type { Diagnostic, Severity } from './diagnostic.ts';
import type { GraphCheck, GraphFacts } from './facts.ts';
import { foldCopies } from './foldCopies.ts';
import { compare, type Gathered, gatherFacts, reviseFacts } from './gatherFacts.ts';
import { graphChecks } from './graphChecks/graphChecks.ts';
import type { Inference, NodeInference, NodeStatus } from './inference.ts';
import { dependsOnGraph, layerDiagnostics } from './layerDiagnostics.ts';
import type { NodeCore } from './nodeCore.ts';
import { findAtNodes, type NodeFindings, nodesToAsk } from './nodeFindings.ts';

/** What is kept of one pass for the next. */
interface Memory {
	readonly document: GraphDocument;
	readonly facts: GraphFacts;
	readonly waitsFor: ReadonlyMap<NodeId, NodeId>;
	readonly layerDiagnostics: ReadonlyMap<NodeId, RememberedDiagnostics>;
	/** Nodes that have something to say. */
	readonly spoken: ReadonlySet<NodeId>;
	/** What each check of the whole graph found. */
	readonly found: ReadonlyMap<GraphCheck, readonly Diagnostic[]>;
	readonly atNodes: NodeFindings;
}

interface RememberedDiagnostics {
	readonly core: NodeCore;
	readonly name: string;
	readonly incoming: readonly GraphEdge[];
	readonly sourceNames: string;
	readonly diagnostics: readonly Diagnostic[];
}

const memories = new WeakMap<Inference, Memory>();
/** The answer with all copies behind one that has them folded together. */
const unfolded = new WeakMap<Inference, Inference>();
const noEdges: readonly GraphEdge[] = [];
const noDiagnostics: readonly Diagnostic[] = [];
const severityOrder: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };

/**
 * Sizes, costs and problems of a whole document: `[28, 28, 1]` at the input, `[10]` at the output, and what stands in the way.
 * Never throws, however broken the document. With the `previous` answer only what an edit reaches is computed again, and what
 * stays the same keeps its identity; the result equals that of a full pass.
 */
export function inferShapes(document: GraphDocument, context: InferenceContext, previous?: Inference): Inference {
	const expansion = expandRepeats(document, context.lookup ?? layerDefinition);
	const inference = inferExpanded(expansion, context, previous && unfold(previous));
	if (expansion.document === document) return inference;
	const folded = foldCopies(expansion, inference, previous);
	unfolded.set(folded, inference);
	return folded;
}

/** The same answer with every copy of a repeated group by itself. */
function unfold(inference: Inference): Inference {
	return unfolded.get(inference) ?? inference;
}

/** The document with repeated groups written out, and the answer to it; `null` for an answer that `inferShapes` did not give. */
export function writtenOut(inference: Inference): { readonly expansion: Expansion; readonly inference: Inference } | null {
	const whole = unfold(inference);
	const memory = memories.get(whole);
	return memory ? { expansion: memory.facts.expansion, inference: whole } : null;
}

function inferExpanded(expansion: Expansion, context: InferenceContext, previous: Inference | undefined): Inference {
	const { document } = expansion;
	const memory = previous && memories.get(previous);
	const change = memory && compare(memory.facts, document, context);
	const gathered =
		memory && change
			? reviseFacts(memory.facts, memory.waitsFor, expansion, context, change)
			: gatherFacts(expansion, context, memory?.facts);
	const { facts, waitsFor, changed, isSameStructure } = gathered;

	const byLayer = rememberDiagnostics(gathered, memory);
	const hasNewNames = change === undefined || change.hasNewNames;
	const findings = (check: GraphCheck): readonly Diagnostic[] => {
		const before = memory?.found.get(check);
		const isUntouched = check.trigger === 'structure' ? isSameStructure : check.trigger === 'names' && !hasNewNames;
		const isKept = before && isUntouched && (before.length === 0 || (check.isSettled === true && !hasNewNames));
		return isKept ? before : check.run(facts);
	};
	const found = new Map(graphChecks.map((check) => [check, findings(check)]));
	const byGraph = [...found.values()].flat();
	const isRevised = memory !== undefined && change !== undefined && isSameStructure;
	const atNodes = isRevised ? findAtNodes(facts, memory.atNodes, nodesToAsk(facts, change, changed)) : findAtNodes(facts);
	const ofGraph = groupByNode(byGraph);

	const spoken = new Set([...byLayer.keys(), ...atNodes.keys(), ...ofGraph.keys()]);
	const nodes = new Map(isSameStructure ? previous?.nodes : []);
	const diagnosticsOf = new Map<NodeId, readonly Diagnostic[]>();
	for (const id of isSameStructure ? new Set([...changed, ...spoken, ...(memory?.spoken ?? [])]) : facts.order) {
		const core = facts.cores.get(id);
		if (!core) continue;
		const before = previous?.nodes.get(id);
		const diagnostics = keep(before?.diagnostics, joined(byLayer.get(id)?.diagnostics, ofGraph.get(id), atNodes.get(id)));
		const status = facts.statuses.get(id) ?? 'unknown';
		const hasError = status === 'fine' && diagnostics.some((diagnostic) => diagnostic.severity === 'error');
		nodes.set(id, toNodeInference(core, hasError ? 'error' : status, waitsFor.get(id) ?? null, diagnostics, before));
		if (diagnostics.length > 0) diagnosticsOf.set(id, diagnostics);
	}
	const { totals } = facts;
	const inference: Inference = {
		nodes,
		order: facts.order,
		diagnostics: keep(previous?.diagnostics, listed(document, diagnosticsOf, byGraph)),
		totals: previous && isSameData(previous.totals, totals) ? previous.totals : totals,
		included: facts.included,
		inputShape: shapeOfOnly(facts.sources, facts.cores),
		outputShape: shapeOfOnly(facts.sinks, facts.cores),
	};
	memories.set(inference, { document, facts, waitsFor, layerDiagnostics: byLayer, spoken, found, atNodes });
	return inference;
}

/** One list, without a copy where only one of them has something to say. */
function joined(...lists: readonly (readonly Diagnostic[] | undefined)[]): readonly Diagnostic[] {
	const [only = noDiagnostics, ...others] = lists.filter((list) => list !== undefined && list.length > 0);
	return others.length === 0 ? only : lists.flatMap((list) => list ?? noDiagnostics);
}

/** All problems, errors first, those of nodes in the order of the data before those of the document. */
function listed(
	document: GraphDocument,
	byNode: ReadonlyMap<NodeId, readonly Diagnostic[]>,
	byGraph: readonly Diagnostic[],
): readonly Diagnostic[] {
	const { places } = orderGraph(document);
	return [...byNode]
		.sort(([a], [b]) => (places.get(a) ?? 0) - (places.get(b) ?? 0))
		.flatMap(([, diagnostics]) => diagnostics)
		.concat(byGraph.filter((diagnostic) => diagnostic.place.kind !== 'node'))
		.sort((a, b) => severityOrder[a.severity] - severityOrder[b.severity]);
}

/** What a pass found out about each node by itself, and about each copy of one; none for an answer that `inferShapes` did not give. */
export function coresOf(inference: Inference): ReadonlyMap<NodeId, NodeCore> {
	return memories.get(unfold(inference))?.facts.cores ?? new Map();
}

function shapeOfOnly(nodes: readonly GraphNode[], cores: ReadonlyMap<NodeId, NodeCore>): TensorShape | null {
	const [node] = nodes;
	return node && nodes.length === 1 ? (cores.get(node.id)?.output ?? null) : null;
}

function rememberDiagnostics(
	{ facts, changed, isRevised }: Gathered,
	memory: Memory | undefined,
): ReadonlyMap<NodeId, RememberedDiagnostics> {
	const found = new Map<NodeId, RememberedDiagnostics>();
	const isSameGraph =
		memory !== undefined && memory.document.nodes === facts.document.nodes && memory.document.edges === facts.document.edges;
	// After an edit only a node that was inferred again can have a problem that it did not have before.
	const asked = memory && isRevised ? new Set([...memory.layerDiagnostics.keys(), ...changed]) : facts.cores.keys();
	for (const id of asked) {
		const node = facts.index.nodes.get(id);
		const core = facts.cores.get(id);
		if (!node || !core || core.problems.length === 0) continue;
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
