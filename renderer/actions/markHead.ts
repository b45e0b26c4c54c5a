import type { Action } from './action.ts';
import { canEdit, selectedNodes } from './guards.ts';
import { setRole } from './setRole.ts';

/** The selected layers become the head, which decides. */
export const markHead: Action = {
	name: 'markHead',
	group: 'network',
	keys: ['H'],
	isEnabled: () => canEdit() && selectedNodes().some((node) => node.role !== 'head'),
	run: () => setRole('head', 'history.markHead'),
};
