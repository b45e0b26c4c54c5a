import { message } from '#shared/text/message.ts';
import { useDocumentStore } from '../document/documentStore.ts';
import { currentFormatter } from '../text/useText.ts';
import { announce } from '../view/announce.ts';
import type { Action } from './action.ts';
import { isUnlocked } from './guards.ts';

export const redo: Action = {
	name: 'redo',
	group: 'edit',
	keys: ['mod+shift+Z', 'mod+Y'],
	isEnabled: () => isUnlocked() && useDocumentStore.getState().future.length > 0,
	run: () => {
		const step = useDocumentStore.getState().future.at(-1);
		useDocumentStore.getState().redo();
		if (step) announce(currentFormatter().text(message('announce.redone', { step: step.label })));
	},
};
