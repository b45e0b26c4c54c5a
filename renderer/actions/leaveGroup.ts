import { leaveGroup as leave } from '../canvas/groups/inside.ts';
import { useViewStore } from '../view/viewStore.ts';
import type { Action } from './action.ts';
import { isOnCanvas } from './guards.ts';

/** Looks at what is around the group again. Escape on the canvas does the same. */
export const leaveGroup: Action = {
	name: 'leaveGroup',
	group: 'view',
	keys: ['alt+ArrowUp'],
	isEnabled: () => isOnCanvas() && useViewStore.getState().inside !== null,
	run: () => {
		leave();
	},
};
