import type { GraphDocument, GraphEdge, GraphGroup, GraphNode, GroupId, NodeId, Position } from '../graph/document.ts';
import { groupOutputs, openInputs } from '../graph/groupEnds.ts';
import { boxOfGroup, type GroupBox } from '../graph/groupPlace.ts';
import { type GroupPort, groupPath, groupPorts, isWithin, portKey } from '../graph/groups.ts';
import { findNode, groupMembers } from '../graph/query.ts';
import { CARD_SIZE, PORT_Y, portHeights, STUB_SIZE } from './cardGeometry.ts';
import { groupKey } from './groupKey.ts';
import { makeStubs } from './stubs.ts';

/** A port of a folded group: an answer that crosses its border, or where a wire may do so. */
export interface CardPort {
	readonly key: string;
	/** None where the port waits for a wire. */
	readonly edges: readonly GraphEdge[];
}

/** A folded group as a card: one port for each answer that crosses its border, and for what waits for a wire. */
export interface GroupCard {
	readonly group: GraphGroup;
	readonly position: Position;
	readonly entries: readonly CardPort[];
	readonly exits: readonly CardPort[];
}

/** An open group: a frame around its members. */
export interface GroupFrame {
	readonly group: GraphGroup;
	readonly box: GroupBox;
}

/** The place outside that a wire comes from or leads to, at the border of the group that one looks into. */
export interface PortStub {
	readonly id: string;
	readonly side: 'from' | 'to';
	/** The layer outside. */
	readonly node: NodeId;
	readonly edges: readonly GraphEdge[];
	readonly position: Position;
}

/** One drawn wire; several of the document where they carry the same answer over a group's border. */
export interface SceneWire {
	readonly edges: readonly [GraphEdge, ...GraphEdge[]];
	readonly source: string;
	readonly sourcePort: string;
	readonly target: string;
	readonly targetPort: string;
	readonly from: Position;
	readonly to: Position;
}

/** What the canvas shows while one looks into a group, or at the whole network: what is in folded groups stays hidden. */
export interface Scene {
	readonly inside: GraphGroup | null;
	readonly nodes: readonly { readonly node: GraphNode; readonly position: Position }[];
	readonly cards: readonly GroupCard[];
	/** Outer ones first. */
	readonly frames: readonly GroupFrame[];
	readonly stubs: readonly PortStub[];
	readonly wires: readonly SceneWire[];
	/** Key of the card that stands for a layer: its own id, the folded group around it, '' for one outside. */
	cardOf(node: NodeId): string;
}

/** Name of the port at a border stub. */
export const STUB_PORT = 'stub';
/** Name of the port of a folded group that leads to all inputs in it that lack wires. */
export const OPEN_PORT = 'open';

export function makeScene(document: GraphDocument, place: GroupId | null, order: readonly NodeId[]): Scene {
	const inside = document.groups.find((group) => group.id === place) ?? null;
	const depth = groupPath(document, inside?.id).length;
	const homes = new Map<GroupId | undefined, string | null>();
	/** What stands for the things in a group: `null` for themselves, '' for nothing, else the key of the folded group around them. */
	const standInOf = (home: GroupId | undefined): string | null => {
		const known = homes.get(home);
		if (known !== undefined) return known;
		const path = groupPath(document, home);
		const folded = path.slice(depth).find((group) => group.collapsed);
		const made = !isWithin(document, home, inside?.id) ? '' : folded ? groupKey(folded.id) : null;
		homes.set(home, made);
		return made;
	};
	const byId = new Map(document.nodes.map((node) => [node.id, node]));
	const shown = order.flatMap((id) => {
		const node = byId.get(id);
		return node && standInOf(node.group) === null ? [{ node, position: node.position }] : [];
	});
	const groups = document.groups.filter((group) => group.id !== inside?.id && standInOf(group.parent) === null);
	const places = new Map(order.map((id, index) => [id, index]));
	const cards = groups
		.filter((group) => group.collapsed)
		.map((group) => {
			const members = groupMembers(document, group.id);
			const ports = groupPorts(document, members);
			return {
				group,
				position: group.position,
				entries: [
					...byHeight(document, ports.entries, (port) => port.source),
					...(openInputs(document, group).length > 0 ? [{ key: OPEN_PORT, edges: [] }] : []),
				],
				exits: [
					...byHeight(document, ports.exits, (port) => port.edges[0]?.target ?? port.source),
					...groupOutputs(document, group)
						.slice(ports.exits.length)
						.map(({ node, port }) => ({ key: portKey({ source: node, sourcePort: port }), edges: [] })),
				],
				place: Math.min(...[...members].map((id) => places.get(id) ?? Number.POSITIVE_INFINITY)),
			};
		})
		.sort((a, b) => a.place - b.place);
	const frames = groups
		.filter((group) => !group.collapsed)
		.flatMap((group) => {
			const box = boxOfGroup(document, group);
			return box ? [{ group, box }] : [];
		})
		.sort((a, b) => groupPath(document, a.group.id).length - groupPath(document, b.group.id).length);
	const keyOf = (id: NodeId): string => {
		const node = byId.get(id);
		return node ? (standInOf(node.group) ?? id) : '';
	};
	const anchors = anchorsOf(shown, cards);
	const stubs = inside ? makeStubs(document, inside, keyOf, anchors, shown, cards) : [];
	return { inside, nodes: shown, cards, frames, stubs, wires: makeWires(document, keyOf, anchors, stubs), cardOf: keyOf };
}

/** In the order of the heights of what stands at the other ends, so that wires do not cross. */
function byHeight(document: GraphDocument, ports: readonly GroupPort[], otherEnd: (port: GroupPort) => NodeId): readonly GroupPort[] {
	if (ports.length < 2) return ports;
	const heightOf = (port: GroupPort): number => findNode(document, otherEnd(port))?.position.y ?? 0;
	return [...ports].sort((a, b) => heightOf(a) - heightOf(b));
}

/** Where wires meet cards. */
export interface Anchors {
	output(key: string, edge: GraphEdge): { readonly port: string; readonly at: Position };
	input(key: string, edge: GraphEdge): { readonly port: string; readonly at: Position };
}

export function anchorsOf(nodes: Scene['nodes'], cards: readonly GroupCard[]): Anchors {
	const places = new Map(nodes.map(({ node, position }) => [node.id, position]));
	const groups = new Map(cards.map((card) => [groupKey(card.group.id), card]));
	const at = (key: string, side: 'entries' | 'exits', edge: GraphEdge, port: string) => {
		const card = groups.get(key);
		const { x, y } = card?.position ?? places.get(key) ?? { x: 0, y: 0 };
		const dx = side === 'exits' ? CARD_SIZE.width : 0;
		if (!card) return { port, at: { x: x + dx, y: y + PORT_Y } };
		const index = card[side].findIndex(({ key: candidate }) => candidate === portKey(edge));
		return { port: portKey(edge), at: { x: x + dx, y: y + (portHeights(card[side].length)[index] ?? PORT_Y) } };
	};
	return {
		output: (key, edge) => at(key, 'exits', edge, edge.sourcePort),
		input: (key, edge) => at(key, 'entries', edge, edge.targetPort),
	};
}

function makeWires(
	document: GraphDocument,
	keyOf: (id: NodeId) => string,
	anchors: Anchors,
	stubs: readonly PortStub[],
): readonly SceneWire[] {
	const wires = new Map<string, SceneWire>();
	const stubOf = (side: PortStub['side'], edge: GraphEdge): PortStub | undefined =>
		stubs.find((stub) => stub.side === side && stub.edges.includes(edge));
	const atStub = (stub: PortStub) => ({
		port: STUB_PORT,
		at: { x: stub.position.x + (stub.side === 'from' ? STUB_SIZE.width : 0), y: stub.position.y + STUB_SIZE.height / 2 },
	});
	for (const edge of document.edges) {
		let source = keyOf(edge.source);
		let target = keyOf(edge.target);
		if (source === target) continue;
		const fromStub = source === '' ? stubOf('from', edge) : undefined;
		const toStub = target === '' ? stubOf('to', edge) : undefined;
		if ((source === '' && !fromStub) || (target === '' && !toStub)) continue;
		source = fromStub?.id ?? source;
		target = toStub?.id ?? target;
		const start = fromStub ? atStub(fromStub) : anchors.output(source, edge);
		const end = toStub ? atStub(toStub) : anchors.input(target, edge);
		const key = JSON.stringify([source, start.port, target, end.port]);
		const known = wires.get(key);
		wires.set(key, {
			edges: known ? [...known.edges, edge] : [edge],
			source,
			sourcePort: start.port,
			target,
			targetPort: end.port,
			from: start.at,
			to: end.at,
		});
	}
	return [...wires.values()];
}
