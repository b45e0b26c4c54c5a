import type { GraphDocument } from '#shared/graph/document.ts';
import { findGroup, groupPath } from '#shared/graph/groups.ts';
import { findNode } from '#shared/graph/query.ts';
import { groupOfKey } from '../../view/groupKey.ts';

/** Name of what stands on the canvas under a key: a layer or a group. */
export function nameOf(document: GraphDocument, key: string): string {
	const group = groupOfKey(key);
	return (group === null ? findNode(document, key) : findGroup(document, group))?.name ?? '';
}

/** Names of the groups around what stands under a key, outermost first. */
export function namesAround(document: GraphDocument, key: string): readonly string[] {
	const group = groupOfKey(key);
	const home = group === null ? findNode(document, key)?.group : findGroup(document, group)?.parent;
	return groupPath(document, home).map(({ name }) => name);
}
