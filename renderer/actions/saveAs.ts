import { saveDocumentAs } from '../document/documentFiles.ts';
import type { Action } from './action.ts';
import { isOnCanvas } from './guards.ts';

export const saveAs: Action = {
	name: 'saveAs',
	group: 'file',
	keys: ['mod+shift+S'],
	worksInFields: true,
	isEnabled: isOnCanvas,
	run: async ({ host }) => {
		await saveDocumentAs(host);
	},
};
