import type { GraphDocument, GraphGroup, GraphNode, GroupId } from '#shared/graph/document.ts';
import { findGroup, groupPath } from '#shared/graph/groups.ts';
import { findNode } from '#shared/graph/query.ts';
import { groupOfKey } from '#shared/picture/groupKey.ts';

/** What stands on the canvas under a key: a layer or a group. */
export function itemOf(document: GraphDocument, key: string): GraphNode | GraphGroup | undefined {
	const group = groupOfKey(key);
	return group === null ? findNode(document, key) : findGroup(document, group);
}

/** Its name. */
export function nameOf(document: GraphDocument, key: string): string {
	return itemOf(document, key)?.name ?? '';
}

/** The group that it lies in; `undefined` at the top level. */
export function homeOf(document: GraphDocument, key: string): GroupId | undefined {
	const item = itemOf(document, key);
	return item && ('kind' in item ? item.group : item.parent);
}

/** Names of the groups around what stands under a key, outermost first. */
export function namesAround(document: GraphDocument, key: string): readonly string[] {
	return groupPath(document, homeOf(document, key)).map(({ name }) => name);
}
