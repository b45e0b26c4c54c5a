import { type Edge, type Node, Position as Side } from 'reactflow';
import type { GraphEdge, GraphNode, Position } from '#shared/graph/document.ts';
import { CARD_SIZE, STUB_SIZE } from '#shared/picture/cardGeometry.ts';
import { groupKey } from '#shared/picture/groupKey.ts';
import type { GroupCard, GroupFrame, PortStub, Scene, SceneWire } from '#shared/picture/scene.ts';
import { assignTracks } from '#shared/picture/wirePath.ts';

export type LayerFlowNode = Node<{ readonly node: GraphNode }, 'layer'>;
export type GroupFlowNode = Node<GroupCard & Record<string, unknown>, 'folded'>;
export type FrameFlowNode = Node<GroupFrame & Record<string, unknown>, 'frame'>;
export type StubFlowNode = Node<PortStub & Record<string, unknown>, 'stub'>;
export type CanvasFlowNode = LayerFlowNode | GroupFlowNode | FrameFlowNode | StubFlowNode;
export type LayerFlowEdge = Edge<{ readonly edge: GraphEdge; readonly track: number; readonly edges: readonly GraphEdge[] }, 'layer'>;

/** Positions during a drag, which enter the document only when the pointer lets go. */
export type DragPositions = ReadonlyMap<string, Position>;

interface Adapted {
	readonly plain: WeakMap<GraphNode, LayerFlowNode>;
	readonly selected: WeakMap<GraphNode, LayerFlowNode>;
}

const adapted: Adapted = { plain: new WeakMap(), selected: new WeakMap() };
const adaptedEdges = new WeakMap<GraphEdge, Map<string, LayerFlowEdge>>();

/**
 * What the canvas shows in the form of React Flow, layers in the order of the data, which is the order of Tab. A node that did
 * not change keeps its object, so that only changed cards are drawn again. Selection and measurement come from the view.
 */
export function toFlowNodes(scene: Scene, selection: ReadonlySet<string>): CanvasFlowNode[] {
	const layers = scene.nodes.map(({ node, position }) => {
		const base = adaptNode(node, selection.has(node.id));
		return position === node.position ? base : { ...base, position };
	});
	const cards = scene.cards.map((card): GroupFlowNode => {
		const id = groupKey(card.group.id);
		return { id, type: 'folded', position: card.position, data: { ...card }, selected: selection.has(id), ...sized(CARD_SIZE) };
	});
	const frames = scene.frames.map((frame): FrameFlowNode => {
		const id = groupKey(frame.group.id);
		const { x, y, width, height } = frame.box;
		return {
			id,
			type: 'frame',
			position: { x, y },
			data: { ...frame },
			selected: selection.has(id),
			zIndex: FRAME_LEVEL,
			// The room between the cards belongs to the canvas; the frame is held by its name.
			style: { pointerEvents: 'none' },
			dragHandle: '[data-frame-handle]',
			...sized({ width, height }),
		};
	});
	const stubs = scene.stubs.map(
		(stub): StubFlowNode => ({
			id: stub.id,
			type: 'stub',
			position: stub.position,
			data: { ...stub },
			selectable: false,
			draggable: false,
			...sized(STUB_SIZE),
		}),
	);
	return [...frames, ...layers, ...cards, ...stubs];
}

/** Behind wires and cards. */
const FRAME_LEVEL = -1;
/** Over cards that it may lie on; frames stay where they are. */
const SELECTED_LEVEL = 1;

function sized(size: { readonly width: number; readonly height: number }) {
	return { ...size, measured: size, sourcePosition: Side.Right, targetPosition: Side.Left };
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
		zIndex: isSelected ? SELECTED_LEVEL : 0,
		...sized(CARD_SIZE),
	};
	known.set(node, made);
	return made;
}

export function edgeId(edge: GraphEdge): string {
	return `${edge.source}/${edge.sourcePort}→${edge.target}/${edge.targetPort}`;
}

/** The wires in the form of React Flow; a wire that did not change keeps its object. */
export function toFlowEdges(scene: Scene, selected: GraphEdge | null): LayerFlowEdge[] {
	const selectedId = selected && edgeId(selected);
	const tracks = assignTracks(scene.wires.map(({ from, to }) => ({ source: from, target: to })));
	return scene.wires.map((wire, index) => {
		const base = adaptEdge(wire, tracks[index] ?? 0);
		return base.id === selectedId ? { ...base, selected: true, zIndex: 1 } : base;
	});
}

function adaptEdge({ edges, source, sourcePort, target, targetPort }: SceneWire, track: number): LayerFlowEdge {
	const [edge] = edges;
	const known = adaptedEdges.get(edge) ?? new Map<string, LayerFlowEdge>();
	const key = JSON.stringify([track, source, sourcePort, target, targetPort, ...edges.slice(1).map(edgeId)]);
	const before = known.get(key);
	if (before) return before;
	const made: LayerFlowEdge = {
		id: edgeId(edge),
		type: 'layer',
		source,
		sourceHandle: sourcePort,
		target,
		targetHandle: targetPort,
		data: { edge, track, edges },
		// The wire words itself, with the size it carries.
		ariaRole: 'presentation',
	};
	known.set(key, made);
	adaptedEdges.set(edge, known);
	return made;
}
