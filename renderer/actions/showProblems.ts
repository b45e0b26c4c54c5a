import { useViewStore } from '../view/viewStore.ts';
import type { Action } from './action.ts';
import { isOnCanvas } from './guards.ts';

export const showProblems: Action = {
	name: 'showProblems',
	group: 'view',
	keys: ['mod+shift+M'],
	isEnabled: isOnCanvas,
	run: () => useViewStore.getState().set({ drawerTab: 'problems', isDrawerOpen: true }),
};
