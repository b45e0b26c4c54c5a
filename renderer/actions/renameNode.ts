import { groupKey } from '#shared/picture/groupKey.ts';
import { useViewStore } from '../view/viewStore.ts';
import type { Action } from './action.ts';
import { canEdit, selectedGroups, selectedNodesAlone } from './guards.ts';

/** What has a name, and is selected alone. */
function named(): string | null {
	const all = [...selectedNodesAlone().map((node) => node.id), ...selectedGroups().map((group) => groupKey(group.id))];
	return all.length === 1 ? (all[0] ?? null) : null;
}

/** Types a new name on the card of the selected layer or group. */
export const renameNode: Action = {
	name: 'renameNode',
	group: 'edit',
	keys: ['F2'],
	isEnabled: () => canEdit() && named() !== null,
	run: () => useViewStore.getState().set({ renaming: named() }),
};
