import { tidy } from '../canvas/layout/tidy.ts';
import { useDocumentStore } from '../document/documentStore.ts';
import type { Action } from './action.ts';
import { canEdit } from './guards.ts';

/** Lays the network out in columns along the flow of the data; pinned layers stay. */
export const tidyLayout: Action = {
	name: 'tidyLayout',
	group: 'arrange',
	keys: ['L'],
	isEnabled: () => canEdit() && (useDocumentStore.getState().document?.nodes.length ?? 0) > 1,
	run: () => tidy(),
};
