import { useViewStore } from '../view/viewStore.ts';
import type { Action } from './action.ts';

export const showShortcuts: Action = {
	name: 'showShortcuts',
	group: 'help',
	keys: ['?'],
	isEnabled: () => true,
	run: () => useViewStore.getState().set({ dialog: 'shortcuts' }),
};
