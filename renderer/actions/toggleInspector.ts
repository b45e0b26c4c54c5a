import { useLayoutStore } from '../shell/layoutStore.ts';
import type { Action } from './action.ts';
import { isOnCanvas } from './guards.ts';

export const toggleInspector: Action = {
	name: 'toggleInspector',
	group: 'view',
	keys: ['mod+I'],
	isEnabled: isOnCanvas,
	run: () => useLayoutStore.getState().set({ isRightOpen: !useLayoutStore.getState().isRightOpen }),
};
