import { message } from '#shared/text/message.ts';
import { useDocumentStore } from '../document/documentStore.ts';
import { currentFormatter } from '../text/useText.ts';
import { useTrainingStore } from '../training/trainingStore.ts';
import { announce } from '../view/announce.ts';
import { useViewStore } from '../view/viewStore.ts';
import type { Action } from './action.ts';
import { isUnlocked } from './guards.ts';

const shownRun = () => useTrainingStore.getState().runs?.find((run) => run.id === useViewStore.getState().run && run.hasWeights);

/** Lets the next run begin with the weights of the shown one in place of random ones. */
export const trainOn: Action = {
	name: 'trainOn',
	group: 'train',
	isEnabled: () => isUnlocked() && shownRun() !== undefined,
	run: async ({ host }) => {
		const run = shownRun();
		if (!run) return;
		const weights = await host.runs.takeWeights({ run: run.id });
		const label = message('history.trainOn', { run: run.name });
		useDocumentStore.getState().edit([{ kind: 'setWeights', weights }], { label });
		announce(currentFormatter().text(label));
	},
};
