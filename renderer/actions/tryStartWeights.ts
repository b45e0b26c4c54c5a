import { useDocumentStore } from '../document/documentStore.ts';
import { tryStartWeights as makeRun } from '../training/startWeights.ts';
import type { Action } from './action.ts';
import { isUnlocked } from './guards.ts';

/** Makes a run of the weights that training would begin with, to try, test and export them as they are. */
export const tryStartWeights: Action = {
	name: 'tryStartWeights',
	group: 'train',
	isEnabled: () => isUnlocked() && useDocumentStore.getState().document?.weights !== undefined,
	run: async ({ host }) => {
		const { document } = useDocumentStore.getState();
		if (document) await makeRun(host, document);
	},
};
