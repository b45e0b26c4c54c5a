import { importModelAt } from '../import/importStore.ts';
import { choosePath } from '../shell/choosePath.ts';
import type { Action } from './action.ts';

/** Opens a model of another tool as a new network. */
export const importModel: Action = {
	name: 'importModel',
	group: 'file',
	isEnabled: () => true,
	run: async ({ host }) => {
		const path = await choosePath(host, 'importModel');
		if (path !== null) await importModelAt(host, path);
	},
};
