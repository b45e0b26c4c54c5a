import { enterGroup as enter } from '../canvas/groups/inside.ts';
import type { Action } from './action.ts';
import { isOnCanvas, selectedGroups } from './guards.ts';

/** Looks into the selected group. Enter does the same while its card has the focus. */
export const enterGroup: Action = {
	name: 'enterGroup',
	group: 'view',
	isEnabled: () => isOnCanvas() && selectedGroups().length === 1,
	run: () => {
		const [group] = selectedGroups();
		if (group) enter(group.id);
	},
};
