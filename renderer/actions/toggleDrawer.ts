import { useViewStore } from '../view/viewStore.ts';
import type { Action } from './action.ts';
import { isOnCanvas } from './guards.ts';

export const toggleDrawer: Action = {
	name: 'toggleDrawer',
	group: 'view',
	keys: ['mod+J'],
	isEnabled: isOnCanvas,
	run: () => useViewStore.getState().set({ isDrawerOpen: !useViewStore.getState().isDrawerOpen }),
};
