import type { GraphDocument, GraphGroup, GroupId, NodeId, Position } from './document.ts';
import { applyEdits, type Edit } from './edit.ts';
import { groupIds, groupNames, isWithin } from './groups.ts';
import { freshName, freshNodeId } from './ids.ts';
import { groupMembers } from './query.ts';

/**
 * A part of a document as a document of its own: the nodes and the wires among them, and the groups within `place` that are taken
 * with all their members. It can be saved, sent as text and inserted elsewhere.
 */
export function takePiece(document: GraphDocument, nodes: Iterable<NodeId>, place?: GroupId): GraphDocument {
	const taken = new Set(nodes);
	const groups = document.groups.filter((group) => {
		if (group.id === place || !isWithin(document, group.parent, place)) return false;
		const members = groupMembers(document, group.id);
		return members.size > 0 && [...members].every((id) => taken.has(id));
	});
	const kept = new Set(groups.map((group) => group.id));
	return {
		...document,
		nodes: document.nodes
			.filter((node) => taken.has(node.id))
			.map(({ group, ...node }) => (group !== undefined && kept.has(group) ? { ...node, group } : node)),
		edges: document.edges.filter((edge) => taken.has(edge.source) && taken.has(edge.target)),
		groups: groups.map(({ parent, ...group }) => (parent !== undefined && kept.has(parent) ? { ...group, parent } : group)),
		notes: [],
	};
}

/** What a piece became in the document that it was inserted into. */
export interface InsertedPiece {
	readonly edits: readonly Edit[];
	readonly nodes: readonly NodeId[];
	/** Groups of the piece that lie in no other of it. */
	readonly groups: readonly GroupId[];
}

/**
 * The edits that bring the nodes, wires and groups of `piece` into `document` under fresh ids and names, moved by `offset`, into
 * the group `into` or to the top level.
 */
export function insertPiece(
	document: GraphDocument,
	piece: Pick<GraphDocument, 'nodes' | 'edges' | 'groups'>,
	offset: Position,
	into?: GroupId,
): InsertedPiece {
	const ids = new Map<NodeId, NodeId>();
	const edits: Edit[] = [];
	const moved = ({ x, y }: Position): Position => ({ x: x + offset.x, y: y + offset.y });
	const freshGroups = groupIds(document);
	const freshNames = groupNames(document);
	const groups = new Map(piece.groups.map((group) => [group.id, freshGroups.next()]));
	const homeOf = (home: GroupId | undefined): GroupId | undefined => (home === undefined ? into : groups.get(home)) ?? into;
	for (const group of piece.groups) {
		const parent = homeOf(group.parent);
		const { parent: _, ...rest } = group;
		const copy: GraphGroup = {
			...rest,
			id: groups.get(group.id) ?? group.id,
			name: document.groups.some((other) => other.name === group.name) ? freshNames.next(group.name) : group.name,
			position: moved(group.position),
			...(parent === undefined ? {} : { parent }),
		};
		edits.push({ kind: 'addGroup', group: copy, nodes: [] });
	}
	let next = applyEdits(document, edits);
	for (const node of piece.nodes) {
		const { group: _, ...rest } = node;
		const home = homeOf(node.group);
		const copy = {
			...rest,
			id: freshNodeId(next, node.kind),
			name: next.nodes.some((other) => other.name === node.name) ? freshName(next, node.name) : node.name,
			position: moved(node.position),
			...(home === undefined ? {} : { group: home }),
		};
		ids.set(node.id, copy.id);
		const added: Edit = { kind: 'addNode', node: copy };
		next = applyEdits(next, [added]);
		edits.push(added);
	}
	for (const edge of piece.edges) {
		const source = ids.get(edge.source);
		const target = ids.get(edge.target);
		if (source && target) edits.push({ kind: 'connect', edge: { ...edge, source, target } });
	}
	const top = piece.groups.filter((group) => group.parent === undefined || !groups.has(group.parent));
	return { edits, nodes: [...ids.values()], groups: top.flatMap((group) => groups.get(group.id) ?? []) };
}
