import { useViewStore } from '../view/viewStore.ts';
import type { Action } from './action.ts';
import { canEdit, selectedNodes } from './guards.ts';

/** Types a new name on the card of the selected layer. */
export const renameNode: Action = {
	name: 'renameNode',
	group: 'edit',
	keys: ['F2'],
	isEnabled: () => canEdit() && selectedNodes().length === 1,
	run: () => useViewStore.getState().set({ renaming: selectedNodes()[0]?.id ?? null }),
};
