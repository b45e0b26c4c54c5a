import { type Edge, type Node, Position as Side } from 'reactflow';
import type { GraphDocument, GraphEdge, GraphNode, NodeId, Position } from '#shared/graph/document.ts';
import { indexGraph } from '#shared/graph/query.ts';
import { assignTracks } from './edgePath.ts';
import { CARD_SIZE, PORT_Y } from './geometry.ts';

export type LayerFlowNode = Node<{ readonly node: GraphNode }, 'layer'>;
export type LayerFlowEdge = Edge<{ readonly edge: GraphEdge; readonly track: number }, 'layer'>;

/** Positions during a drag, which enter the document only when the pointer lets go. */
export type DragPositions = ReadonlyMap<NodeId, Position>;

interface Adapted {
	readonly plain: WeakMap<GraphNode, LayerFlowNode>;
	readonly selected: WeakMap<GraphNode, LayerFlowNode>;
}

const adapted: Adapted = { plain: new WeakMap(), selected: new WeakMap() };
const adaptedEdges = new WeakMap<GraphEdge, Map<number, LayerFlowEdge>>();

/**
 * The document's nodes in the form of React Flow, in the order of the data, which is the order of Tab. A node that did
 * not change keeps its object, so that only changed cards are drawn again. Selection and measurement come from the view.
 */
export function toFlowNodes(
	document: GraphDocument,
	order: readonly NodeId[],
	selection: ReadonlySet<NodeId>,
	drag: DragPositions | null,
): LayerFlowNode[] {
	const { nodes } = indexGraph(document);
	const flow: LayerFlowNode[] = [];
	for (const id of order) {
		const node = nodes.get(id);
		if (!node) continue;
		const base = adaptNode(node, selection.has(id));
		const position = drag?.get(id);
		flow.push(position ? { ...base, position } : base);
	}
	return flow;
}

function adaptNode(node: GraphNode, isSelected: boolean): LayerFlowNode {
	const known = isSelected ? adapted.selected : adapted.plain;
	const before = known.get(node);
	if (before) return before;
	const made: LayerFlowNode = {
		id: node.id,
		type: 'layer',
		position: node.position,
		data: { node },
		selected: isSelected,
		...CARD_SIZE,
		measured: CARD_SIZE,
		sourcePosition: Side.Right,
		targetPosition: Side.Left,
	};
	known.set(node, made);
	return made;
}

export function edgeId(edge: GraphEdge): string {
	return `${edge.source}/${edge.sourcePort}→${edge.target}/${edge.targetPort}`;
}

/** The document's wires in the form of React Flow; a wire that did not change keeps its object. */
export function toFlowEdges(document: GraphDocument, selected: GraphEdge | null): LayerFlowEdge[] {
	const selectedId = selected && edgeId(selected);
	const { nodes } = indexGraph(document);
	const portOf = (id: NodeId, x: number): Position => {
		const { position } = nodes.get(id) ?? { position: { x: 0, y: 0 } };
		return { x: position.x + x, y: position.y + PORT_Y };
	};
	const tracks = assignTracks(
		document.edges.map((edge) => ({ source: portOf(edge.source, CARD_SIZE.width), target: portOf(edge.target, 0) })),
	);
	return document.edges.map((edge, index) => {
		const base = adaptEdge(edge, tracks[index] ?? 0);
		return base.id === selectedId ? { ...base, selected: true, zIndex: 1 } : base;
	});
}

function adaptEdge(edge: GraphEdge, track: number): LayerFlowEdge {
	const known = adaptedEdges.get(edge) ?? new Map<number, LayerFlowEdge>();
	const before = known.get(track);
	if (before) return before;
	const made: LayerFlowEdge = {
		id: edgeId(edge),
		type: 'layer',
		source: edge.source,
		sourceHandle: edge.sourcePort,
		target: edge.target,
		targetHandle: edge.targetPort,
		data: { edge, track },
		// The wire words itself, with the size it carries.
		ariaRole: 'presentation',
	};
	known.set(track, made);
	adaptedEdges.set(edge, known);
	return made;
}
