import { visibleKeys } from '../canvas/groups/sceneNow.ts';
import { useViewStore } from '../view/viewStore.ts';
import type { Action } from './action.ts';
import { isOnCanvas } from './guards.ts';

export const selectAll: Action = {
	name: 'selectAll',
	group: 'edit',
	keys: ['mod+A'],
	isEnabled: isOnCanvas,
	run: () => useViewStore.getState().select(visibleKeys()),
};
