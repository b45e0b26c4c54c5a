import { useLayoutStore } from '../shell/layoutStore.ts';
import type { Action } from './action.ts';
import { isOnCanvas } from './guards.ts';

export const toggleLeftPanel: Action = {
	name: 'toggleLeftPanel',
	group: 'view',
	keys: ['mod+B'],
	isEnabled: isOnCanvas,
	run: () => useLayoutStore.getState().set({ isLeftOpen: !useLayoutStore.getState().isLeftOpen }),
};
