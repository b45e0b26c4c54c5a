import type { Action } from './action.ts';
import { canEdit, selectedNodes } from './guards.ts';
import { setRole } from './setRole.ts';

/** The selected layers become the base, which finds features. */
export const markBase: Action = {
	name: 'markBase',
	group: 'network',
	keys: ['B'],
	isEnabled: () => canEdit() && selectedNodes().some((node) => node.role !== 'base'),
	run: () => setRole('base', 'history.markBase'),
};
