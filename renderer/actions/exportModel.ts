import { useTrainingStore } from '../training/trainingStore.ts';
import { useViewStore } from '../view/viewStore.ts';
import type { Action } from './action.ts';
import { isOnCanvas } from './guards.ts';

/** Takes the weights of the shown run away in a format that other tools read. */
export const exportModel: Action = {
	name: 'exportModel',
	group: 'file',
	keys: ['mod+E'],
	isEnabled: () => isOnCanvas() && (useTrainingStore.getState().runs?.some((run) => run.hasWeights) ?? false),
	run: () => useViewStore.getState().set({ dialog: 'export' }),
};
