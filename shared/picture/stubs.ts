import type { GraphDocument, GraphEdge, GraphGroup, NodeId } from '../graph/document.ts';
import { groupPorts, portKey } from '../graph/groups.ts';
import { CARD } from '../graph/place.ts';
import { groupMembers } from '../graph/query.ts';
import { STUB_SIZE } from './cardGeometry.ts';
import type { Anchors, GroupCard, PortStub, Scene } from './scene.ts';

/** At the borders of the group that one looks into: one for each answer that comes in, and for each wire that leads out. */
export function makeStubs(
	document: GraphDocument,
	inside: GraphGroup,
	keyOf: (id: NodeId) => string,
	anchors: Anchors,
	nodes: Scene['nodes'],
	cards: readonly GroupCard[],
): readonly PortStub[] {
	const { entries, exits } = groupPorts(document, groupMembers(document, inside.id));
	const lefts = [...nodes, ...cards].map(({ position }) => position.x);
	const column = (side: PortStub['side']): number =>
		side === 'from' ? Math.min(...lefts) - CARD.columnStep : Math.max(...lefts) + CARD.columnStep;
	const make = (side: PortStub['side'], node: NodeId, edges: readonly GraphEdge[]): PortStub[] => {
		const [edge] = edges;
		if (!edge) return [];
		const { at } = side === 'from' ? anchors.input(keyOf(edge.target), edge) : anchors.output(keyOf(edge.source), edge);
		return [{ id: `${side}:${portKey(edge)} ${node}`, side, node, edges, position: { x: column(side), y: at.y - STUB_SIZE.height / 2 } }];
	};
	const from = entries.flatMap((port) => make('from', port.source, port.edges));
	const to = exits.flatMap((port) => port.edges.flatMap((edge) => make('to', edge.target, [edge])));
	return [...apart(from), ...apart(to)];
}

const STUB_GAP = 12;

/** One below the other where they would lie on each other. */
function apart(stubs: readonly PortStub[]): readonly PortStub[] {
	let lowest = Number.NEGATIVE_INFINITY;
	return [...stubs]
		.sort((a, b) => a.position.y - b.position.y)
		.map((stub) => {
			const y = Math.max(stub.position.y, lowest);
			lowest = y + STUB_SIZE.height + STUB_GAP;
			return { ...stub, position: { x: stub.position.x, y } };
		});
}
