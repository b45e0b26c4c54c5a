import { tidySelected } from '../canvas/layout/tidy.ts';
import { useViewStore } from '../view/viewStore.ts';
import type { Action } from './action.ts';
import { canEdit } from './guards.ts';

/** Lays the selected layers and groups out where they stand; nothing else moves. */
export const tidySelection: Action = {
	name: 'tidySelection',
	group: 'arrange',
	keys: ['shift+L'],
	isEnabled: () => canEdit() && useViewStore.getState().selection.size > 0,
	run: () => tidySelected(),
};
