import { useViewStore } from '../view/viewStore.ts';
import type { Action } from './action.ts';
import { isOnCanvas } from './guards.ts';

export const showTrain: Action = {
	name: 'showTrain',
	group: 'view',
	keys: ['2'],
	isEnabled: isOnCanvas,
	run: () => useViewStore.getState().showMode('train'),
};
