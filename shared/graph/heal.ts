import { layerDefinition } from '../layers/catalogue.ts';
import type { LayerLookup } from '../layers/defineLayer.ts';
import { refuse } from './connect.ts';
import type { GraphDocument, GraphEdge, NodeId } from './document.ts';
import { applyEdits, type Edit } from './edit.ts';
import { incomingEdges, isSameEdge } from './query.ts';

/** Where a wire begins: a node's output port. */
type Start = Pick<GraphEdge, 'source' | 'sourcePort'>;

/**
 * Edits that remove `nodes` and close the gap: what fed them feeds what they fed, in the same place among its wires. Nodes that
 * hang together and were fed from several places leave a gap, since only the user knows which wire goes on.
 */
export function removeAndHeal(document: GraphDocument, nodes: readonly NodeId[], lookup: LayerLookup = layerDefinition): readonly Edit[] {
	const gone = new Set(nodes);
	const removal: Edit = { kind: 'removeNodes', nodes };
	const edits: Edit[] = [removal];
	let next = applyEdits(document, [removal], lookup);
	for (const wire of document.edges) {
		if (!gone.has(wire.source) || gone.has(wire.target)) continue;
		const [start, ...others] = startsOf(document, wire.source, gone);
		if (!start || others.length > 0) continue;
		const edge = { ...start, target: wire.target, targetPort: wire.targetPort };
		if (refuse(next, edge, lookup) !== null) continue;
		const edit: Edit = { kind: 'connect', edge, at: placeAmong(document, next, wire) };
		edits.push(edit);
		next = applyEdits(next, [edit], lookup);
	}
	return edits;
}

/** The outputs outside `gone` that feed `node`, through whatever is in `gone`. */
function startsOf(document: GraphDocument, node: NodeId, gone: ReadonlySet<NodeId>): readonly Start[] {
	const found = new Map<string, Start>();
	const seen = new Set<NodeId>([node]);
	const waiting = [node];
	for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
		for (const { source, sourcePort } of incomingEdges(document, id)) {
			if (!gone.has(source)) found.set(`${source}\n${sourcePort}`, { source, sourcePort });
			else if (!seen.has(source)) {
				seen.add(source);
				waiting.push(source);
			}
		}
	}
	return [...found.values()];
}

/** How many wires of the same port stand before `wire`, of those that are there now. */
function placeAmong(before: GraphDocument, now: GraphDocument, wire: GraphEdge): number {
	const atPort = (edge: GraphEdge): boolean => edge.target === wire.target && edge.targetPort === wire.targetPort;
	const siblings = before.edges.filter(atPort);
	const later = siblings.slice(siblings.findIndex((edge) => isSameEdge(edge, wire)) + 1);
	const present = now.edges.filter(atPort);
	const nextKept = present.findIndex((edge) => later.some((other) => isSameEdge(edge, other)));
	return nextKept < 0 ? present.length : nextKept;
}
