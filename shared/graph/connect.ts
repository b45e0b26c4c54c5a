import type { InferenceContext } from '../inference/context.ts';
import type { Diagnostic } from '../inference/diagnostic.ts';
import type { Inference } from '../inference/inference.ts';
import { inferShapes } from '../inference/inferShapes.ts';
import { tryWires } from '../inference/tryWires.ts';
import { layerDefinition } from '../layers/catalogue.ts';
import type { LayerDefinition, LayerLookup } from '../layers/defineLayer.ts';
import type { TensorShape } from '../tensor/shape.ts';
import { type Message, message } from '../text/message.ts';
import type { GraphDocument, GraphEdge, NodeId } from './document.ts';
import { applyEdits } from './edit.ts';
import { findNode, incomingEdges, isSameEdge, reachable } from './query.ts';

/** What would come of a wire: fits, is allowed but would make a problem (amber), or is refused with the reason. */
export type Verdict =
	/** `output` is the size that the target would make; `null` while that is not known. */
	| { readonly verdict: 'fits'; readonly output: TensorShape | null }
	/** The first is the one to show. At the target, or further on where the target passes the size on. */
	| { readonly verdict: 'problem'; readonly diagnostics: readonly Diagnostic[] }
	| { readonly verdict: 'refused'; readonly reason: Message };

export interface ConnectContext extends InferenceContext {
	/** The document's sizes where they are known already; made anew otherwise. */
	readonly inference?: Inference;
}

/** An input port of the canvas with the answer for the wire that is being drawn. */
export interface TargetVerdict {
	readonly node: NodeId;
	readonly port: string;
	readonly verdict: Verdict;
}

/**
 * May this wire exist? The one answer for the canvas, a paste and a load. A port that takes one wire may take it from another:
 * that replaces the old wire and is allowed.
 */
export function judgeConnection(document: GraphDocument, edge: GraphEdge, context: ConnectContext): Verdict {
	const reason = refuse(document, edge, context.lookup ?? layerDefinition);
	return reason ? { verdict: 'refused', reason } : trySizes(document, edge, context);
}

/**
 * May these wires, which all end at one input, exist together? A port that takes a single wire takes several from nobody.
 * Of no wire at all nothing speaks against.
 */
export function judgeTogether(document: GraphDocument, edges: readonly GraphEdge[], context: ConnectContext): Verdict {
	const [last, ...others] = [...edges].reverse();
	if (!last) return { verdict: 'fits', output: null };
	if (others.length === 0) return judgeConnection(document, last, context);
	const lookup = context.lookup ?? layerDefinition;
	const target = findNode(document, last.target);
	const port = lookup(target?.kind ?? '')?.inputs.find(({ name }) => name === last.targetPort);
	if (port && !port.many) return { verdict: 'refused', reason: message('connect.refused.oneWire', { to: target?.name ?? '' }) };
	let next = document;
	for (const edge of others.reverse()) {
		const reason = refuse(next, edge, lookup);
		if (reason) return { verdict: 'refused', reason };
		next = applyEdits(next, [{ kind: 'connect', edge }], lookup);
	}
	const { inference, ...rest } = context;
	return judgeConnection(next, last, { ...rest, inference: inferShapes(next, rest, inference) });
}

/** The same answer for every input port of the document, for the moment when a drag begins. */
export function judgeAllTargets(
	document: GraphDocument,
	source: NodeId,
	sourcePort: string,
	context: ConnectContext,
): readonly TargetVerdict[] {
	const lookup = context.lookup ?? layerDefinition;
	const inference = context.inference ?? inferShapes(document, context);
	const before = reachable(document, [source], 'up');
	return document.nodes.flatMap((node) =>
		(lookup(node.kind)?.inputs ?? []).map(({ name }) => {
			const edge = { source, sourcePort, target: node.id, targetPort: name };
			const reason = refuse(document, edge, lookup, before);
			const verdict: Verdict = reason ? { verdict: 'refused', reason } : trySizes(document, edge, { ...context, inference });
			return { node: node.id, port: name, verdict };
		}),
	);
}

/** Why a wire cannot exist, whatever the sizes; `null` where it can. `before` are the nodes that feed the source, if known. */
export function refuse(
	document: GraphDocument,
	edge: GraphEdge,
	lookup: LayerLookup = layerDefinition,
	before: ReadonlySet<NodeId> = reachable(document, [edge.source], 'up'),
): Message | null {
	const source = findNode(document, edge.source);
	const target = findNode(document, edge.target);
	if (!source || !target) return message('connect.refused.missingNode');
	const names = { from: source.name, to: target.name };
	if (source === target) return message('connect.refused.itself', names);
	const problem = portProblem(lookup(source.kind), lookup(target.kind), edge);
	if (problem) return message(problem, names);
	if (incomingEdges(document, target.id).some((other) => isSameEdge(other, edge))) return message('connect.refused.wiredAlready', names);
	return before.has(target.id) ? message('connect.refused.loop', names) : null;
}

/** Kinds that this version does not know may have any ports. */
function portProblem(source: LayerDefinition | undefined, target: LayerDefinition | undefined, edge: GraphEdge): string | null {
	if (source && !source.outputs.some((port) => port.name === edge.sourcePort)) {
		return source.outputs.length === 0 ? 'connect.refused.noOutput' : 'connect.refused.noSuchPort';
	}
	if (target && !target.inputs.some((port) => port.name === edge.targetPort)) {
		return target.inputs.length === 0 ? 'connect.refused.noInput' : 'connect.refused.noSuchPort';
	}
	return null;
}

function trySizes(document: GraphDocument, edge: GraphEdge, context: ConnectContext): Verdict {
	const inference = context.inference ?? inferShapes(document, context);
	const tried = tryWires(document, edge, inference, context);
	return tried.problems.length > 0 ? { verdict: 'problem', diagnostics: tried.problems } : { verdict: 'fits', output: tried.output };
}
