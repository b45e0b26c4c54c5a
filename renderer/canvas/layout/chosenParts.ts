import type { GraphDocument, GroupId, Position } from '#shared/graph/document.ts';
import { boxOfGroup } from '#shared/graph/groupPlace.ts';
import { findGroup, groupPath } from '#shared/graph/groups.ts';
import { CARD } from '#shared/graph/place.ts';
import { findNode } from '#shared/graph/query.ts';
import { groupKey, groupOfKey } from '#shared/picture/groupKey.ts';
import { homeOf, itemOf } from '../groups/nameOf.ts';
import type { Part } from './arrange.ts';
import type { Box } from './units.ts';

/** What of a selection is laid out together: what is in one group, or at the top level. */
export interface ChosenPart {
	readonly place: GroupId | undefined;
	readonly part: Part;
}

/** A selection by places; what lies in a selected open group goes with the group. A single open group is tidied inside. */
export function chosenParts(document: GraphDocument, selection: ReadonlySet<string>): readonly ChosenPart[] {
	const homes = new Map<GroupId | undefined, Set<string>>();
	for (const key of selection) {
		if (!itemOf(document, key)) continue;
		const path = groupPath(document, homeOf(document, key));
		if (path.some(({ id, collapsed }) => !collapsed && selection.has(groupKey(id)))) continue;
		const place = path.at(-1)?.id;
		homes.set(place, new Set([...(homes.get(place) ?? []), key]));
	}
	return [...homes].map(([place, keys]) => ({
		place,
		part: {
			isChosen: (key) => keys.has(key),
			obstacles: obstaclesOf(document, place, keys),
			room: Math.max(...xsOf(document, keys)) - Math.min(...xsOf(document, keys)) + CARD.width,
		},
	}));
}

function xsOf(document: GraphDocument, keys: ReadonlySet<string>): readonly number[] {
	return [...keys].flatMap((key) => {
		const group = groupOfKey(key);
		if (group === null) return findNode(document, key)?.position.x ?? [];
		const found = findGroup(document, group);
		const box = found && !found.collapsed ? boxOfGroup(document, found) : null;
		return box ? [box.x, box.x + box.width - CARD.width] : (found?.position.x ?? []);
	});
}

/** What stays: all cards seen together with the chosen ones, and the frames of open groups that the chosen ones are not in. */
function obstaclesOf(document: GraphDocument, place: GroupId | undefined, chosen: ReadonlySet<string>): readonly Box[] {
	const path = groupPath(document, place);
	// The innermost folded group around the place is what the canvas looks into when the place can be seen.
	const root = path.filter(({ collapsed }) => collapsed).at(-1)?.id;
	const around = new Set(path.map(({ id }) => id));
	const isSeen = (home: GroupId | undefined): boolean => {
		const own = groupPath(document, home);
		const from = root === undefined ? 0 : own.findIndex(({ id }) => id === root) + 1;
		return (root === undefined || from > 0) && own.slice(from).every(({ collapsed, id }) => !collapsed && !chosen.has(groupKey(id)));
	};
	const cardAt = ({ position }: { readonly position: Position }): Box => ({ ...position, width: CARD.width, height: CARD.height });
	return [
		...document.nodes.filter((node) => !chosen.has(node.id) && isSeen(node.group)).map(cardAt),
		...document.groups
			.filter((group) => !chosen.has(groupKey(group.id)) && !around.has(group.id) && isSeen(group.parent))
			.flatMap((group): readonly Box[] => {
				const box = group.collapsed ? cardAt(group) : boxOfGroup(document, group);
				return box ? [box] : [];
			}),
	];
}
