import { message } from '#shared/text/message.ts';
import { useDocumentStore } from '../document/documentStore.ts';
import { currentFormatter } from '../text/useText.ts';
import { announce } from '../view/announce.ts';
import type { Action } from './action.ts';
import { isUnlocked } from './guards.ts';

export const undo: Action = {
	name: 'undo',
	group: 'edit',
	keys: ['mod+Z'],
	isEnabled: () => isUnlocked() && useDocumentStore.getState().past.length > 0,
	run: () => {
		const step = useDocumentStore.getState().past.at(-1);
		useDocumentStore.getState().undo();
		if (step) announce(currentFormatter().text(message('announce.undone', { step: step.label })));
	},
};
