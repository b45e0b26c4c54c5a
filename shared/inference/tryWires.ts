import type { GraphDocument, GraphEdge, NodeId } from '../graph/document.ts';
import { indexGraph, orderGraph } from '../graph/query.ts';
import { layerDefinition } from '../layers/catalogue.ts';
import type { MaybeShape } from '../tensor/shape.ts';
import type { InferenceContext } from './context.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { Inference, ReceptiveField } from './inference.ts';
import { coresOf } from './inferShapes.ts';
import { describeProblem } from './layerDiagnostics.ts';
import { type NodeCore, reinfer, sortWires } from './nodeCore.ts';

/** Sizes are followed over at most this many nodes, so that a drag over a thousand targets begins at once. */
const FARTHEST = 256;

/** What a wire would bring about. */
export interface Trial {
	/** Size that the wire's end would make; `null` while it lacks other inputs or sizes. */
	readonly output: MaybeShape;
	/** Errors that were not there before, the nearest to the wire first. */
	readonly problems: readonly Diagnostic[];
}

/** Runs the sizes through a wire that does not exist yet, and on from its end for as long as they change. */
export function tryWires(document: GraphDocument, edge: GraphEdge, inference: Inference, context: InferenceContext): Trial {
	const lookup = context.lookup ?? layerDefinition;
	const cores = coresOf(inference);
	const { nodes, incoming, outgoing } = indexGraph(document);
	const { order } = orderGraph(document);
	const tried = new Map<NodeId, NodeCore>();
	const waiting = new Set([edge.target]);
	const problems: Diagnostic[] = [];
	for (let place = order.indexOf(edge.target); place < order.length && waiting.size > 0 && tried.size < FARTHEST; place++) {
		const id = order[place];
		if (id === undefined || !waiting.delete(id)) continue;
		const before = cores.get(id);
		const node = nodes.get(id);
		if (!before || !node) continue;
		const edges = incoming.get(id) ?? [];
		const { wires, missing } = sortWires(before.definition, id === edge.target ? withWire(edges, edge, lookup(node.kind)?.inputs) : edges);
		const inputs: MaybeShape[] = [];
		const fields: (ReceptiveField | null)[] = [];
		for (const wire of wires) {
			const source = tried.get(wire.source) ?? cores.get(wire.source);
			inputs.push(source?.output ?? null);
			fields.push(source?.receptiveField ?? null);
		}
		const after = reinfer(before, { inputs, fields, missing });
		tried.set(id, after);
		for (const problem of after.problems) {
			const isNew = (id === edge.target && problem.input !== undefined) || !before.problems.some((known) => known.code === problem.code);
			if (problem.severity !== 'error' || !isNew) continue;
			const wire = wires[problem.input ?? 0];
			problems.push(describeProblem(node, after.definition, problem, wire, wire && nodes.get(wire.source)?.name));
		}
		const isChanged = after.output !== null && after.output.join() !== before.output?.join();
		if (isChanged) for (const next of outgoing.get(id) ?? []) waiting.add(next.target);
	}
	return { output: tried.get(edge.target)?.output ?? null, problems };
}

/** The wires at a node with one more, which takes the place of the old one where the port has room for one. */
function withWire(
	edges: readonly GraphEdge[],
	edge: GraphEdge,
	ports: readonly { readonly name: string; readonly many?: boolean }[] = [],
): readonly GraphEdge[] {
	const isMany = ports.find((port) => port.name === edge.targetPort)?.many === true;
	return [...(isMany ? edges : edges.filter((other) => other.targetPort !== edge.targetPort)), edge];
}
