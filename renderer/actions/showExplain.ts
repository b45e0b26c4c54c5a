import { useViewStore } from '../view/viewStore.ts';
import type { Action } from './action.ts';
import { isOnCanvas } from './guards.ts';

export const showExplain: Action = {
	name: 'showExplain',
	group: 'view',
	keys: ['3'],
	isEnabled: isOnCanvas,
	run: () => useViewStore.getState().showMode('explain'),
};
