import { openDocumentAt } from '../document/documentFiles.ts';
import { choosePath } from '../shell/choosePath.ts';
import type { Action } from './action.ts';

export const openDocument: Action = {
	name: 'openDocument',
	group: 'file',
	keys: ['mod+O'],
	worksInFields: true,
	isEnabled: () => true,
	run: async ({ host }) => {
		const path = await choosePath(host, 'openDocument');
		if (path !== null) await openDocumentAt(host, path);
	},
};
