import { layerDefinition } from '../layers/catalogue.ts';
import type { LayerLookup } from '../layers/defineLayer.ts';
import type { GraphDocument, GraphEdge, GraphGroup, GraphNode, GroupId, NodeId, Position } from './document.ts';
import { applyEdits, type Edit } from './edit.ts';
import { boxOfGroup, closeRoom, FRAME, makeRoomFor, pushAway, shiftInside } from './groupPlace.ts';
import { commonGroup, findGroup, groupIds, groupNames, groupPath, groupsWithin, membersOf } from './groups.ts';
import { freshName, freshNodeId } from './ids.ts';
import { groupMembers, isSameEdge } from './query.ts';
import { expandRepeats } from './repeats.ts';

/**
 * Puts nodes and whole groups into a new group that shows as one card where they stood. Members of groups that lie deeper than
 * what all have in common bring their group along. `null` where there is nothing to group.
 */
export function makeGroup(
	document: GraphDocument,
	nodes: readonly NodeId[],
	groups: readonly GroupId[],
	name: string,
): { readonly edits: readonly Edit[]; readonly group: GroupId } | null {
	const chosen = document.nodes.filter((node) => nodes.includes(node.id));
	const whole = document.groups.filter((group) => groups.includes(group.id));
	if (chosen.length + whole.length === 0) return null;
	const parent = commonGroup(document, [...chosen.map((node) => node.group), ...whole.map((group) => group.parent)]);
	const depth = groupPath(document, parent).length;
	const direct: NodeId[] = [];
	const children = new Set<GroupId>();
	for (const node of chosen) {
		const child = groupPath(document, node.group)[depth];
		if (child) children.add(child.id);
		else direct.push(node.id);
	}
	for (const group of whole) children.add(groupPath(document, group.id)[depth]?.id ?? group.id);
	const id = groupIds(document).next();
	const group: GraphGroup = {
		id,
		name: groupNames(document).next(name),
		position: { x: 0, y: 0 },
		repeat: 1,
		collapsed: false,
		...(parent === undefined ? {} : { parent }),
	};
	const made: readonly Edit[] = [
		{ kind: 'addGroup', group, nodes: direct },
		...[...children].map((child): Edit => ({ kind: 'setGroup', group: child, changes: { parent: id } })),
	];
	const next = applyEdits(document, made);
	return { edits: [...made, ...foldGroup(next, id)], group: id };
}

/** Shows an open group as one card in the place of its members; what stood behind them moves up. */
export function foldGroup(document: GraphDocument, id: GroupId): readonly Edit[] {
	const group = findGroup(document, id);
	const box = group && boxOfGroup(document, group);
	if (!group || !box || group.collapsed) return [];
	const fold: Edit = { kind: 'setGroup', group: id, changes: { collapsed: true, position: box.first } };
	return [fold, ...closeRoom(applyEdits(document, [fold]), group, box)];
}

/** Shows a group's members in the place of its card; what stands behind it makes room. */
export function unfoldGroup(document: GraphDocument, id: GroupId): readonly Edit[] {
	const group = findGroup(document, id);
	const box = group && boxOfGroup(document, group);
	if (!group || !box || !group.collapsed) return [];
	const offset = { x: group.position.x - box.first.x, y: group.position.y - box.first.y };
	const place = { ...box, x: box.x + offset.x, y: box.y + offset.y, first: group.position };
	const open: Edit = { kind: 'setGroup', group: id, changes: { collapsed: false } };
	return [...shiftInside(document, id, offset), open, ...makeRoomFor(document, group, place)];
}

/**
 * Dissolves a group and leaves the network as it computes: copies of a repeated group are written out as layers of their own, and
 * what was muted or frozen with the group stays so.
 */
export function ungroup(document: GraphDocument, id: GroupId, lookup: LayerLookup = layerDefinition): readonly Edit[] {
	const edits: Edit[] = [];
	const add = (more: readonly Edit[]): GraphDocument => {
		edits.push(...more);
		return applyEdits(document, edits, lookup);
	};
	const group = findGroup(document, id);
	if (!group) return [];
	let next = add(unfoldGroup(document, id));
	next = add(writeOutCopies(next, group, lookup));
	for (const flag of ['muted', 'frozen'] as const) {
		if (!group[flag]) continue;
		for (const node of membersOf(next, id)) edits.push({ kind: 'setNode', node: node.id, changes: { [flag]: true } });
	}
	add([{ kind: 'removeGroup', group: id }]);
	return edits;
}

/** The copies of a repeated group as nodes and inner groups of their own, each to the right of the one before. */
function writeOutCopies(document: GraphDocument, group: GraphGroup, lookup: LayerLookup): readonly Edit[] {
	if (group.repeat <= 1) return [];
	const single = { ...document, groups: document.groups.map((other) => (other.id === group.id ? other : { ...other, repeat: 1 })) };
	const { document: written, originals, copies } = expandRepeats(single, lookup);
	if (originals.size === 0) return [];
	const box = boxOfGroup(document, group);
	const step = (box?.width ?? 0) - 2 * FRAME.side + GAP;
	const edits: Edit[] = [];
	let next = document;
	const ids = new Map<NodeId, NodeId>();
	const groupCopies = new Map<string, GroupId>();
	const freshGroups = groupIds(document);
	const freshGroupNames = groupNames(document);
	const inner = groupsWithin(document, group.id);
	const placeOf = (copy: number, { x, y }: Position): Position => ({ x: x + copy * step, y });
	const homeOf = (copy: number, home: GroupId | undefined): GroupId | undefined =>
		home === undefined ? undefined : (groupCopies.get(`${copy} ${home}`) ?? home);
	for (let copy = 1; copy < group.repeat; copy++) {
		for (const child of inner) groupCopies.set(`${copy} ${child.id}`, freshGroups.next());
		for (const child of inner) {
			const parent = homeOf(copy, child.parent);
			const made: GraphGroup = {
				...child,
				id: homeOf(copy, child.id) ?? child.id,
				name: freshGroupNames.next(child.name),
				position: placeOf(copy, child.position),
				...(parent === undefined ? {} : { parent }),
			};
			edits.push({ kind: 'addGroup', group: made, nodes: [] });
		}
	}
	for (const [original, all] of copies) {
		const node = document.nodes.find((candidate) => candidate.id === original);
		if (!node) continue;
		for (const [copy, id] of all.entries()) {
			if (copy === 0) continue;
			const home = homeOf(copy, node.group);
			const made: GraphNode = {
				...node,
				id: freshNodeId(next, node.kind),
				name: freshName(next, node.name),
				position: placeOf(copy, node.position),
				...(home === undefined ? {} : { group: home }),
			};
			ids.set(id, made.id);
			const added: Edit = { kind: 'addNode', node: made };
			edits.push(added);
			next = applyEdits(next, [added], lookup);
		}
	}
	const named = (edge: GraphEdge): GraphEdge => ({
		...edge,
		source: ids.get(edge.source) ?? edge.source,
		target: ids.get(edge.target) ?? edge.target,
	});
	// A wire whose start is now the last copy keeps its place among the wires of its end.
	written.edges.forEach((edge, index) => {
		const before = document.edges[index];
		if (before && isSameEdge(before, edge)) return;
		if (before) edits.push(...takeOver(document, before, named(edge)));
		else edits.push({ kind: 'connect', edge: named(edge) });
	});
	const right = box ? box.x + box.width - FRAME.side : 0;
	const room = box ? pushAway(document, group, box, right, { x: step * (group.repeat - 1), y: 0 }) : [];
	return [...room, ...edits];
}

/** Between two copies that are written out. */
const GAP = 68;

/** The edits that let another answer into the place of a wire, among the wires of the same port. */
export function takeOver(document: GraphDocument, wire: GraphEdge, start: Pick<GraphEdge, 'source' | 'sourcePort'>): readonly Edit[] {
	const edge = { ...wire, source: start.source, sourcePort: start.sourcePort };
	if (isSameEdge(edge, wire)) return [];
	const siblings = document.edges.filter((other) => other.target === wire.target && other.targetPort === wire.targetPort);
	const at = siblings.findIndex((other) => isSameEdge(other, wire));
	return [
		{ kind: 'disconnect', edge: wire },
		{ kind: 'connect', edge, at },
	];
}

/** Moves nodes out of their group, one level up; groups that would be left empty go. */
export function takeOut(document: GraphDocument, nodes: readonly NodeId[]): readonly Edit[] {
	const edits = document.nodes
		.filter((node) => nodes.includes(node.id) && node.group !== undefined)
		.map((node): Edit => {
			const parent = findGroup(document, node.group ?? '')?.parent;
			return { kind: 'setNode', node: node.id, changes: { group: parent } };
		});
	const next = applyEdits(document, edits);
	const empty = document.groups.filter((group) => groupMembers(next, group.id).size === 0 && groupMembers(document, group.id).size > 0);
	return [...edits, ...empty.map((group): Edit => ({ kind: 'removeGroup', group: group.id }))];
}
