import type { GraphDocument, GraphNode, NodeId } from '../graph/document.ts';
import type { GraphIndex } from '../graph/query.ts';
import type { Expansion } from '../graph/repeats.ts';
import type { LayerDefinition, LayerLookup } from '../layers/defineLayer.ts';
import type { TensorShape } from '../tensor/shape.ts';
import { type Message, type MessageValue, message } from '../text/message.ts';
import type { InferenceContext } from './context.ts';
import type { Diagnostic, Fix, Place, Severity } from './diagnostic.ts';
import type { InferenceTotals, NodeStatus } from './inference.ts';
import type { NodeCore, ParsedConfig } from './nodeCore.ts';

/** All that is known of a document when the graph-wide checks look at it. */
export interface GraphFacts {
	/** With repeated groups written out. */
	readonly document: GraphDocument;
	readonly expansion: Expansion;
	readonly context: InferenceContext;
	readonly lookup: LayerLookup;
	readonly index: GraphIndex;
	readonly order: readonly NodeId[];
	readonly cycles: readonly (readonly NodeId[])[];
	readonly cores: ReadonlyMap<NodeId, NodeCore>;
	readonly statuses: ReadonlyMap<NodeId, NodeStatus>;
	/** Nodes that a run uses: fed by an input and, where an output is fed, leading to one. */
	readonly included: ReadonlySet<NodeId>;
	/** Nodes that lead to an output, or are one. */
	readonly leadsToSink: ReadonlySet<NodeId>;
	readonly sources: readonly GraphNode[];
	readonly sinks: readonly GraphNode[];
	readonly totals: InferenceTotals;
}

/**
 * Looks at the whole document for one kind of problem. `trigger` says what can bring the problem about: a check that found nothing
 * is not asked again until that changes. `structure` is wires, kinds, statuses and which layers have weights; `anything` always asks.
 */
export interface GraphCheck {
	readonly trigger: 'structure' | 'names' | 'anything';
	/** What it found depends on nothing else than the trigger and names, so that it too is kept. */
	readonly isSettled?: boolean;
	readonly run: (facts: GraphFacts) => readonly Diagnostic[];
}

/**
 * Looks at one node for one kind of problem, and says it there. It may ask for the node's neighbours, the ends of the network and
 * the structure, so that an edit asks it again for what was edited and its neighbours only.
 */
export type NodeCheck = (facts: GraphFacts, subject: Subject) => Diagnostic | null;

/** A node that a check looks at. */
export interface Subject {
	readonly node: GraphNode;
	readonly core: NodeCore;
	/** Its kind and settings, where both are known and a run uses the node. */
	readonly used: { readonly definition: LayerDefinition; readonly parsed: ParsedConfig } | null;
}

export function subjectOf(facts: GraphFacts, id: NodeId): Subject | null {
	const node = facts.index.nodes.get(id);
	const core = facts.cores.get(id);
	if (!node || !core) return null;
	const { definition, parsed } = core;
	return { node, core, used: definition && parsed && facts.included.has(id) ? { definition, parsed } : null };
}

/** A problem of the graph, worded from its code: `diagnostic.<code>.title`, `.text`. */
export function report(
	code: string,
	severity: Severity,
	place: Place,
	values: Readonly<Record<string, MessageValue>>,
	details: { readonly received?: Message; readonly expected?: Message; readonly fixes?: readonly Fix[] } = {},
): Diagnostic {
	return {
		code,
		severity,
		place,
		title: message(`diagnostic.${code}.title`, values),
		text: message(`diagnostic.${code}.text`, values),
		received: details.received ?? null,
		expected: details.expected ?? null,
		fixes: details.fixes ?? [],
	};
}

/** A repair worded from its id: `fix.<id>.label` and, where `hasDetail`, `fix.<id>.detail`. */
export function repair(id: string, values: Readonly<Record<string, MessageValue>>, edits: Fix['edits'], hasDetail = false): Fix {
	return { id, label: message(`fix.${id}.label`, values), detail: hasDetail ? message(`fix.${id}.detail`, values) : null, edits };
}

export function atNode(node: NodeId, field?: string): Place {
	return field === undefined ? { kind: 'node', node } : { kind: 'node', node, field };
}

const answerSets = new WeakMap<GraphFacts, ReadonlySet<NodeId>>();

/** Nodes with nothing that has weights between them and the end: their values are what the network answers. */
export function answers(facts: GraphFacts): ReadonlySet<NodeId> {
	const known = answerSets.get(facts);
	if (known) return known;
	const found = new Set<NodeId>();
	// Against the order of the data, so that those behind are known: chains may be thousands of layers long.
	for (const id of [...facts.order].reverse()) {
		const isAnswer = (facts.index.outgoing.get(id) ?? []).every(({ target }) => {
			const next = facts.cores.get(target);
			return next?.weightCount === 0 && (next.definition?.endpoint === 'sink' || found.has(target));
		});
		if (isAnswer) found.add(id);
	}
	answerSets.set(facts, found);
	return found;
}

/** Size of the network's input, where there is exactly one and it is known. */
export function inputShapeOf(facts: GraphFacts): TensorShape | null {
	const [source] = facts.sources;
	return source && facts.sources.length === 1 ? (facts.cores.get(source.id)?.output ?? null) : null;
}
