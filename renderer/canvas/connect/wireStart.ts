import type { GraphEdge, NodeId } from '#shared/graph/document.ts';

/** A port from which a wire is being drawn. */
export interface WireStart {
	readonly node: NodeId;
	readonly port: string;
	/** `source`: drawn from an output to an input; `target`: the other way round. */
	readonly side: 'source' | 'target';
}

/** The wire from a start to the port of another node, whichever way it is drawn. */
export function wireBetween(start: WireStart, node: NodeId, port: string): GraphEdge {
	return start.side === 'source'
		? { source: start.node, sourcePort: start.port, target: node, targetPort: port }
		: { source: node, sourcePort: port, target: start.node, targetPort: start.port };
}
