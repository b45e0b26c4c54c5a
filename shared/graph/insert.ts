import { layerDefinition } from '../layers/catalogue.ts';
import type { LayerLookup } from '../layers/defineLayer.ts';
import type { PieceBody } from '../pieces/piece.ts';
import type { MaybeShape } from '../tensor/shape.ts';
import { pictureOf } from './cards.ts';
import { createNode } from './create.ts';
import type { GraphDocument, GraphEdge, GraphGroup, GraphNode, GroupId, NodeConfig, NodeId, Position } from './document.ts';
import { applyEdits, type Edit } from './edit.ts';
import { groupOutputs, openInputs } from './groupEnds.ts';
import { insertPiece } from './piece.ts';
import { isFree, makeRoomOnWire, type Room } from './place.ts';
import { groupMembers, isSameEdge, type PortPlace } from './query.ts';

/** Where something new goes. */
export interface Spot {
	readonly position: Position;
	/** The group that it lies in. */
	readonly home: GroupId | undefined;
	readonly role: GraphNode['role'];
	/** Size of what will come in, where that is known: blocks suit themselves to it. */
	readonly input: MaybeShape;
}

/** What is new on the canvas and shows as one card: a layer, or a folded group of several. */
export interface Newcomer {
	readonly id: string;
	readonly isGroup: boolean;
	readonly name: string;
	readonly edits: readonly Edit[];
	/** Where a wire to it ends: several places where a path and its shortcut begin at the same answer. */
	readonly inputs: readonly PortPlace[];
	/** True where its one input takes any number of wires. */
	readonly takesMany: boolean;
	readonly outputs: readonly PortPlace[];
}

/** Makes something for a spot of a document. */
export type Maker = (document: GraphDocument, spot: Spot) => Newcomer;

/** Makes a layer of a kind. */
export function layerMaker(kind: string, config: NodeConfig = {}, lookup: LayerLookup = layerDefinition): Maker {
	return (document, { position, home, role }) => {
		const node: GraphNode = {
			...createNode(document, kind, position, config, lookup),
			...(role === undefined ? {} : { role }),
			...(home === undefined ? {} : { group: home }),
		};
		return { ...layerEnds(node, lookup), edits: [{ kind: 'addNode', node }] };
	};
}

/** Where wires of a layer begin and end. */
function layerEnds({ id, name, kind }: GraphNode, lookup: LayerLookup): Omit<Newcomer, 'edits'> {
	const definition = lookup(kind);
	const [input] = definition?.inputs ?? [];
	const [output] = definition?.outputs ?? [];
	return {
		id,
		isGroup: false,
		name,
		inputs: input ? [{ node: id, port: input.name }] : [],
		takesMany: input?.many === true,
		outputs: output ? [{ node: id, port: output.name }] : [],
	};
}

/** Brings a layer of the document that has no wires to the spot. */
export function layerMover(node: GraphNode, lookup: LayerLookup = layerDefinition): Maker {
	return (_document, { position, home, role }) => ({
		...layerEnds(node, lookup),
		edits: [{ kind: 'setNode', node: node.id, changes: { position, role, group: home } }],
	});
}

/** Brings a folded group of the document that has no wires to the spot. */
export function groupMover(group: GraphGroup): Maker {
	return (document, { position, home, role }) => ({
		id: group.id,
		isGroup: true,
		name: group.name,
		edits: [
			{ kind: 'setGroup', group: group.id, changes: { position, parent: home } },
			...[...groupMembers(document, group.id)].map((node): Edit => ({ kind: 'setNode', node, changes: { role } })),
		],
		inputs: openInputs(document, group),
		takesMany: false,
		outputs: groupOutputs(document, group),
	});
}

/** Makes a folded group of what is written for the size that comes in. */
export function groupMaker(write: (input: MaybeShape) => PieceBody): Maker {
	return (document, { position, home, role, input }) => {
		const { document: body, inputs } = write(input);
		const top = body.groups.find((group) => group.parent === undefined);
		if (!top) throw new Error('A piece was assumed to be one group.');
		const nodes = body.nodes.map(({ role: _, ...node }): GraphNode => (role === undefined ? node : { ...node, role }));
		const offset = { x: position.x - top.position.x, y: position.y - top.position.y };
		const inserted = insertPiece(document, { ...body, nodes }, offset, home);
		const after = applyEdits(document, inserted.edits);
		const group = after.groups.find(({ id }) => id === inserted.groups[0]);
		const ids = new Map(nodes.map((node, index) => [node.id, inserted.nodes[index]]));
		return {
			id: group?.id ?? '',
			isGroup: true,
			name: group?.name ?? '',
			edits: inserted.edits,
			inputs: inputs.map(({ node, port }) => ({ node: ids.get(node) ?? node, port })),
			takesMany: false,
			outputs: group ? groupOutputs(after, group) : [],
		};
	};
}

/** The wires of the document that one drawn wire stands for: they carry the same answer. */
export type DrawnEdges = readonly [GraphEdge, ...GraphEdge[]];

/** What is known of the place on a wire besides the wire. */
export interface WireSpot {
	/** The group that it is to lie in. */
	readonly home: GroupId | undefined;
	readonly input: MaybeShape;
	/** Where it was let go: it stays there if nothing is in the way. */
	readonly at?: Position;
	/** What moves here from elsewhere, and so is not in the way. */
	readonly moving?: readonly NodeId[];
}

/**
 * Puts something on a wire: it stands before the wire's end, which moves on by a column where there is no room, and belongs to
 * the same part of the network. It lies in the group of the wire's end, or in the one that is named. `null` where no wire goes
 * through it.
 */
export function putOnWire(document: GraphDocument, edges: DrawnEdges, make: Maker, within?: WireSpot): readonly Edit[] | null {
	const [wire] = edges;
	const target = document.nodes.find((node) => node.id === wire.target);
	if (!target) return null;
	const home = within ? within.home : target.group;
	const room = roomOnWire(document, wire, home, within);
	const made = make(document, { position: room.position, home, role: target.role, input: within?.input ?? null });
	const [output] = made.outputs;
	if (made.inputs.length === 0 || !output) return null;
	const { source, sourcePort } = wire;
	return [
		...room.edits,
		...made.edits,
		...edges.map((edge): Edit => ({ kind: 'disconnect', edge })),
		...made.inputs.map(({ node, port }): Edit => ({ kind: 'connect', edge: { source, sourcePort, target: node, targetPort: port } })),
		...edges.map(
			(edge): Edit => ({
				kind: 'connect',
				edge: { ...edge, source: output.node, sourcePort: output.port },
				at: document.edges
					.filter((other) => other.target === edge.target && other.targetPort === edge.targetPort)
					.findIndex((other) => isSameEdge(other, edge)),
			}),
		),
	];
}

function roomOnWire(
	document: GraphDocument,
	wire: GraphEdge,
	home: GroupId | undefined,
	{ at, moving = [] }: Partial<WireSpot> = {},
): Room {
	const others = moving.length === 0 ? document : applyEdits(document, [{ kind: 'removeNodes', nodes: moving }]);
	return at && isFree(others, at, pictureOf(document, home)) ? { position: at, edits: [] } : makeRoomOnWire(others, wire, home);
}
