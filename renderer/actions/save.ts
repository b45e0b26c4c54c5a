import { saveDocument } from '../document/documentFiles.ts';
import { hasUnsavedChanges, useDocumentStore } from '../document/documentStore.ts';
import type { Action } from './action.ts';

export const save: Action = {
	name: 'save',
	group: 'file',
	keys: ['mod+S'],
	worksInFields: true,
	isEnabled: () => hasUnsavedChanges(useDocumentStore.getState()),
	run: async ({ host }) => {
		await saveDocument(host);
	},
};
