import type { Action } from './action.ts';
import { canEdit, selectedNodes } from './guards.ts';
import { toggleFlag } from './toggleFlag.ts';

export const muteNode: Action = {
	name: 'muteNode',
	group: 'network',
	keys: ['M'],
	isEnabled: () => canEdit() && selectedNodes().length > 0,
	run: () => toggleFlag('muted', { on: 'history.mute', off: 'history.unmute' }),
};
