import { useViewStore } from '../view/viewStore.ts';
import type { Action } from './action.ts';
import { isUnlocked } from './guards.ts';

/** Keeps what a network has learned and gives it other classes to tell apart. */
export const replaceHead: Action = {
	name: 'replaceHead',
	group: 'train',
	isEnabled: () => isUnlocked(),
	run: () => useViewStore.getState().set({ dialog: 'replaceHead' }),
};
