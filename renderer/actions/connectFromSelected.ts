import { useViewStore } from '../view/viewStore.ts';
import type { Action } from './action.ts';
import { canEdit, selectedNodes } from './guards.ts';

/** Wires the selected layer, or several to one that joins them, by choosing the target from a list that says which fit. */
export const connectFromSelected: Action = {
	name: 'connectFromSelected',
	group: 'network',
	keys: ['C'],
	isEnabled: () => canEdit() && selectedNodes().length > 0,
	run: () => useViewStore.getState().set({ dialog: 'connect' }),
};
