import { foldOrOpen } from '../canvas/groups/foldOrOpen.ts';
import type { Action } from './action.ts';
import { canEdit, selectedGroups } from './guards.ts';

/** Shows the selected group as one card, or its layers in a frame. */
export const foldGroup: Action = {
	name: 'foldGroup',
	group: 'network',
	keys: ['E'],
	isEnabled: () => canEdit() && selectedGroups().length === 1,
	run: () => {
		const [group] = selectedGroups();
		if (group) foldOrOpen(group);
	},
};
