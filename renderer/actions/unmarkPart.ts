import type { Action } from './action.ts';
import { canEdit, selectedNodes } from './guards.ts';
import { setRole } from './setRole.ts';

/** The selected layers belong to neither base nor head. */
export const unmarkPart: Action = {
	name: 'unmarkPart',
	group: 'network',
	isEnabled: () => canEdit() && selectedNodes().some((node) => node.role !== undefined),
	run: () => setRole(undefined, 'history.unmarkPart'),
};
