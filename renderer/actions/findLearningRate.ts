import { canTrain } from '../training/train.ts';
import { useViewStore } from '../view/viewStore.ts';
import type { Action } from './action.ts';
import { isOnCanvas } from './guards.ts';

/** Looks for a learning rate that suits the network and its images. */
export const findLearningRate: Action = {
	name: 'findLearningRate',
	group: 'train',
	isEnabled: () => isOnCanvas() && canTrain(),
	run: () => useViewStore.getState().set({ dialog: 'rateFinder' }),
};
