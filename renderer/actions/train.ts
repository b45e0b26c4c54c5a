import { canTrain, train as startTraining } from '../training/train.ts';
import type { Action } from './action.ts';
import { isOnCanvas } from './guards.ts';

/** Trains the network as it stands; possible when nothing stops it. */
export const train: Action = {
	name: 'train',
	group: 'train',
	keys: ['mod+Enter'],
	worksInFields: true,
	isEnabled: () => isOnCanvas() && canTrain(),
	run: ({ host }) => startTraining(host),
};
