import { canFineTune, fineTune as editsForTuning } from '#shared/graph/transfer.ts';
import { message } from '#shared/text/message.ts';
import { useDocumentStore } from '../document/documentStore.ts';
import { currentFormatter } from '../text/useText.ts';
import { useTrainingStore } from '../training/trainingStore.ts';
import { announce } from '../view/announce.ts';
import { useViewStore } from '../view/viewStore.ts';
import type { Action } from './action.ts';
import { isUnlocked } from './guards.ts';

/** The shown run, where it has trained a head: it began with the weights that the document still begins with, and learned from there. */
const headRun = () =>
	useTrainingStore.getState().runs?.find((run) => {
		const began = useDocumentStore.getState().document?.weights?.sha256;
		return run.id === useViewStore.getState().run && run.hasWeights && run.epochs.length > 0 && run.startedFrom?.sha256 === began;
	});

/** After the head has learned: the base learns on with it, in smaller steps, from the shown run's weights. */
export const fineTune: Action = {
	name: 'fineTune',
	group: 'train',
	isEnabled: () => {
		const { document } = useDocumentStore.getState();
		return isUnlocked() && document !== null && canFineTune(document) && headRun() !== undefined;
	},
	run: async ({ host }) => {
		const run = headRun();
		const weights = run && (await host.runs.takeWeights({ run: run.id }));
		const { document } = useDocumentStore.getState();
		if (!document || !weights) return;
		const label = message('history.fineTune');
		useDocumentStore.getState().edit(editsForTuning(document, weights), { label });
		useViewStore.getState().set({ inspectorTab: 'training' });
		announce(currentFormatter().text(label));
	},
};
