import { useViewStore } from '../view/viewStore.ts';
import type { Action } from './action.ts';
import { isOnCanvas } from './guards.ts';

export const showBuild: Action = {
	name: 'showBuild',
	group: 'view',
	keys: ['1'],
	isEnabled: isOnCanvas,
	run: () => useViewStore.getState().showMode('build'),
};
