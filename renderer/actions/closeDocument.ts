import { leaveDocument } from '../document/documentFiles.ts';
import { useViewStore } from '../view/viewStore.ts';
import type { Action } from './action.ts';
import { isOnCanvas } from './guards.ts';

export const closeDocument: Action = {
	name: 'closeDocument',
	group: 'file',
	isEnabled: isOnCanvas,
	run: async ({ host }) => {
		if (await leaveDocument(host)) useViewStore.getState().set({ page: 'start', selection: new Set(), run: null });
	},
};
