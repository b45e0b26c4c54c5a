import { type Edge, type Node, Position as Side } from 'reactflow';
import type { GraphEdge, GraphNode } from '#shared/graph/document.ts';
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

/**
 * What the canvas shows in the form of React Flow, layers in the order of the data, which is the order of Tab. What did not change
 * keeps its object, so that only changed cards are drawn again. Selection and measurement come from the view.
 */
export function toFlowNodes(scene: Scene, selection: ReadonlySet<string>): CanvasFlowNode[] {
	return [
		...scene.frames.map((frame) => adaptFrame(frame, selection.has(groupKey(frame.group.id)))),
		...scene.nodes.map(({ node, position }) => {
			const base = adaptNode(node, selection.has(node.id));
			return position === node.position ? base : { ...base, position };
		}),
		...scene.cards.map((card) => adaptCard(card, selection.has(groupKey(card.group.id)))),
		...scene.stubs.map((stub) => adaptStub(stub)),
	];
}

/** Behind wires and cards. */
const FRAME_LEVEL = -1;
/** Over cards that it may lie on; frames stay where they are. */
const SELECTED_LEVEL = 1;

function sized(size: { readonly width: number; readonly height: number }) {
	return { ...size, measured: size, sourcePosition: Side.Right, targetPosition: Side.Left };
}

const adaptedEdges = new WeakMap<GraphEdge, Map<string, LayerFlowEdge>>();

/** Remembers what was made of a thing, by whether it is selected. */
function remembered<Thing extends object, Made>(make: (thing: Thing, isSelected: boolean) => Made) {
	const known = { plain: new WeakMap<Thing, Made>(), selected: new WeakMap<Thing, Made>() };
	return (thing: Thing, isSelected = false): Made => {
		const map = isSelected ? known.selected : known.plain;
		const before = map.get(thing);
		if (before !== undefined) return before;
		const made = make(thing, isSelected);
		map.set(thing, made);
		return made;
	};
}

const adaptNode = remembered(
	(node: GraphNode, selected): LayerFlowNode => ({
		id: node.id,
		type: 'layer',
		position: node.position,
		data: { node },
		selected,
		zIndex: selected ? SELECTED_LEVEL : 0,
		...sized(CARD_SIZE),
	}),
);

const adaptCard = remembered(
	(card: GroupCard, selected): GroupFlowNode => ({
		id: groupKey(card.group.id),
		type: 'folded',
		position: card.position,
		data: { ...card },
		selected,
		...sized(CARD_SIZE),
	}),
);

const adaptFrame = remembered(
	(frame: GroupFrame, selected): FrameFlowNode => ({
		id: groupKey(frame.group.id),
		type: 'frame',
		position: { x: frame.box.x, y: frame.box.y },
		data: { ...frame },
		selected,
		zIndex: FRAME_LEVEL,
		// The room between the cards belongs to the canvas; the frame is held by its name.
		style: { pointerEvents: 'none' },
		dragHandle: '[data-frame-handle]',
		...sized({ width: frame.box.width, height: frame.box.height }),
	}),
);

const adaptStub = remembered(
	(stub: PortStub): StubFlowNode => ({
		id: stub.id,
		type: 'stub',
		position: stub.position,
		data: { ...stub },
		selectable: false,
		draggable: false,
		...sized(STUB_SIZE),
	}),
);

export function edgeId(edge: GraphEdge): string {
	return `${edge.source}/${edge.sourcePort}→${edge.target}/${edge.targetPort}`;
}

let latestEdges: LayerFlowEdge[] = [];

/**
 * The wires in the form of React Flow; a wire that did not change keeps its object, and the list itself is the one before as long
 * as no wire changed: React Flow reads a new one from end to end.
 */
export function toFlowEdges(scene: Scene, selected: GraphEdge | null): LayerFlowEdge[] {
	const selectedId = selected && edgeId(selected);
	const tracks = assignTracks(scene.wires.map(({ from, to }) => ({ source: from, target: to })));
	const edges = scene.wires.map((wire, index) => adaptEdge(wire, tracks[index] ?? 0, selectedId));
	const isSame = edges.length === latestEdges.length && edges.every((edge, index) => edge === latestEdges[index]);
	if (!isSame) latestEdges = edges;
	return latestEdges;
}

/** What React Flow is told of a wire besides its track, as one word: the same for a wire of the next document that looks the same. */
const wireKey = remembered(({ edges, source, sourcePort, target, targetPort }: SceneWire) =>
	JSON.stringify([source, sourcePort, target, targetPort, ...edges.map(edgeId)]),
);

function adaptEdge(wire: SceneWire, track: number, selectedId: string | null): LayerFlowEdge {
	const { edges, source, sourcePort, target, targetPort } = wire;
	const [edge] = edges;
	const id = edgeId(edge);
	const isSelected = id === selectedId;
	const known = adaptedEdges.get(edge) ?? new Map<string, LayerFlowEdge>();
	const key = `${track} ${isSelected} ${wireKey(wire)}`;
	const before = known.get(key);
	if (before) return before;
	const made: LayerFlowEdge = {
		id,
		type: 'layer',
		source,
		sourceHandle: sourcePort,
		target,
		targetHandle: targetPort,
		data: { edge, track, edges },
		// The wire words itself, with the size it carries.
		ariaRole: 'presentation',
		...(isSelected ? { selected: true, zIndex: 1 } : {}),
	};
	known.set(key, made);
	adaptedEdges.set(edge, known);
	return made;
}
