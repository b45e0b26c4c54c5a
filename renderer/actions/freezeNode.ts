import type { Action } from './action.ts';
import { canEdit, selectedNodes } from './guards.ts';
import { toggleFlag } from './toggleFlag.ts';

export const freezeNode: Action = {
	name: 'freezeNode',
	group: 'network',
	keys: ['shift+F'],
	isEnabled: () => canEdit() && selectedNodes().length > 0,
	run: () => toggleFlag('frozen', { on: 'history.freeze', off: 'history.unfreeze' }),
};
