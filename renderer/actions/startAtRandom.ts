import { message } from '#shared/text/message.ts';
import { useDocumentStore } from '../document/documentStore.ts';
import { currentFormatter } from '../text/useText.ts';
import { announce } from '../view/announce.ts';
import type { Action } from './action.ts';
import { isUnlocked } from './guards.ts';

/** Lets the next run begin with random weights again. */
export const startAtRandom: Action = {
	name: 'startAtRandom',
	group: 'train',
	isEnabled: () => isUnlocked() && useDocumentStore.getState().document?.weights !== undefined,
	run: () => {
		const label = message('history.startAtRandom');
		useDocumentStore.getState().edit([{ kind: 'setWeights', weights: null }], { label });
		announce(currentFormatter().text(label));
	},
};
