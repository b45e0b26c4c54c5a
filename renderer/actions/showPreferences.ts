import { useViewStore } from '../view/viewStore.ts';
import type { Action } from './action.ts';

export const showPreferences: Action = {
	name: 'showPreferences',
	group: 'file',
	keys: ['mod+,'],
	isEnabled: () => true,
	run: () => useViewStore.getState().set({ dialog: 'preferences' }),
};
