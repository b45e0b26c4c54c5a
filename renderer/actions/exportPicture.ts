import { useDocumentStore } from '../document/documentStore.ts';
import { useViewStore } from '../view/viewStore.ts';
import type { Action } from './action.ts';
import { isOnCanvas } from './guards.ts';

/** Takes a picture of the network away: SVG, PNG or PDF. */
export const exportPicture: Action = {
	name: 'exportPicture',
	group: 'file',
	keys: ['mod+shift+E'],
	isEnabled: () => isOnCanvas() && (useDocumentStore.getState().document?.nodes.length ?? 0) > 0,
	run: () => useViewStore.getState().set({ dialog: 'picture' }),
};
