import { branchSelected } from '../canvas/branch/branchCards.ts';
import type { Action } from './action.ts';
import { canEdit, selectedNodes } from './guards.ts';

/** Copies the selected layers below them, fed by what feeds them; with the mouse, Alt and drag the card. */
export const branchSelection: Action = {
	name: 'branchSelection',
	group: 'edit',
	keys: ['mod+shift+D'],
	isEnabled: () => canEdit() && selectedNodes().length > 0,
	run: () => branchSelected(null),
};
