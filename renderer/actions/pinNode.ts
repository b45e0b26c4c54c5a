import type { Action } from './action.ts';
import { canEdit, selectedNodes } from './guards.ts';
import { toggleFlag } from './toggleFlag.ts';

export const pinNode: Action = {
	name: 'pinNode',
	group: 'arrange',
	keys: ['P'],
	isEnabled: () => canEdit() && selectedNodes().length > 0,
	run: () => toggleFlag('pinned', { on: 'history.pin', off: 'history.unpin' }),
};
