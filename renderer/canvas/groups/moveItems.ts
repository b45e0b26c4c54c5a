import type { GraphDocument, NodeId, Position } from '#shared/graph/document.ts';
import type { Edit } from '#shared/graph/edit.ts';
import { boxOfGroup, shiftInside } from '#shared/graph/groupPlace.ts';
import { groupPath } from '#shared/graph/groups.ts';
import { findNode } from '#shared/graph/query.ts';
import { groupKey, groupOfKey } from '#shared/picture/groupKey.ts';

/** The edits that bring cards and frames to places of the canvas; what lies in a frame goes with it, once. */
export function moveTo(document: GraphDocument, places: ReadonlyMap<string, Position>): readonly Edit[] {
	const edits: Edit[] = [];
	const positions: Record<NodeId, Position> = {};
	const carried = new Set<string>();
	for (const group of document.groups) {
		if (!group.collapsed && places.has(groupKey(group.id))) carried.add(group.id);
	}
	const isCarried = (home: string | undefined): boolean => groupPath(document, home).some((group) => carried.has(group.id));
	for (const [key, to] of places) {
		const id = groupOfKey(key);
		if (id === null) {
			const node = findNode(document, key);
			if (node && !isCarried(node.group) && !isSame(node.position, to)) positions[key] = to;
			continue;
		}
		const group = document.groups.find((candidate) => candidate.id === id);
		if (!group || isCarried(group.parent)) continue;
		if (group.collapsed) {
			if (!isSame(group.position, to)) edits.push({ kind: 'setGroup', group: id, changes: { position: to } });
			continue;
		}
		const box = boxOfGroup(document, group);
		if (box) edits.push(...shiftInside(document, id, { x: to.x - box.x, y: to.y - box.y }));
	}
	return Object.keys(positions).length > 0 ? [{ kind: 'moveNodes', positions }, ...edits] : edits;
}

/** The edits that move what is selected by so much. */
export function moveBy(document: GraphDocument, keys: Iterable<string>, by: Position): readonly Edit[] {
	const places = new Map<string, Position>();
	for (const key of keys) {
		const id = groupOfKey(key);
		const group = id === null ? undefined : document.groups.find((candidate) => candidate.id === id);
		const at = group ? (group.collapsed ? group.position : boxOfGroup(document, group)) : findNode(document, key)?.position;
		if (at) places.set(key, { x: at.x + by.x, y: at.y + by.y });
	}
	return moveTo(document, places);
}

function isSame(a: Position, b: Position): boolean {
	return a.x === b.x && a.y === b.y;
}
