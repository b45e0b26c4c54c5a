import { message } from '#shared/text/message.ts';
import { useDocumentStore } from '../document/documentStore.ts';
import { currentFormatter } from '../text/useText.ts';
import { announce } from '../view/announce.ts';
import type { Action } from './action.ts';
import { canEdit } from './guards.ts';

const base = () => useDocumentStore.getState().document?.nodes.filter((node) => node.role === 'base') ?? [];

/** Keeps the weights of the whole base while the head trains, or lets them learn again. */
export const freezeBase: Action = {
	name: 'freezeBase',
	group: 'network',
	isEnabled: () => canEdit() && base().length > 0,
	run: () => {
		const nodes = base();
		const isFrozen = nodes.every((node) => node.frozen === true);
		const label = message(isFrozen ? 'history.unfreezeBase' : 'history.freezeBase');
		useDocumentStore.getState().edit(
			nodes.map((node) => ({ kind: 'setNode', node: node.id, changes: { frozen: isFrozen ? undefined : true } })),
			{ label },
		);
		announce(currentFormatter().text(label));
	},
};
