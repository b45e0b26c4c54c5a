import { isTraining, useTrainingStore } from '../training/trainingStore.ts';
import type { Action } from './action.ts';

/** Ends the run within one batch and keeps its weights. */
export const stopTraining: Action = {
	name: 'stopTraining',
	group: 'train',
	keys: ['mod+shift+Enter'],
	worksInFields: true,
	isEnabled: () => isTraining(useTrainingStore.getState()) && !useTrainingStore.getState().isStopping,
	run: ({ host }) => useTrainingStore.getState().stop(host),
};
