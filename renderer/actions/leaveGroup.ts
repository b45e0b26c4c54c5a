import { leaveGroup as leave } from '../canvas/groups/inside.ts';
import { useViewStore } from '../view/viewStore.ts';
import type { Action } from './action.ts';
import { isOnCanvas } from './guards.ts';

/** Looks at what is around the group again. While something is selected, Escape on the canvas lets go of that first. */
export const leaveGroup: Action = {
	name: 'leaveGroup',
	group: 'view',
	keys: ['Escape'],
	isEnabled: () => isOnCanvas() && useViewStore.getState().inside !== null,
	run: () => {
		leave();
	},
};
