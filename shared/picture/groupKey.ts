import type { GroupId } from '../graph/document.ts';

const PREFIX = 'group:';

/** How a group is named where layers and groups stand side by side: in the selection and on the canvas. */
export function groupKey(group: GroupId): string {
	return PREFIX + group;
}

/** The group of a key; `null` for the id of a layer. */
export function groupOfKey(key: string): GroupId | null {
	return key.startsWith(PREFIX) ? key.slice(PREFIX.length) : null;
}
