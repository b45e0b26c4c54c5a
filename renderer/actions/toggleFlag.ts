import { message } from '#shared/text/message.ts';
import { useDocumentStore } from '../document/documentStore.ts';
import { currentFormatter } from '../text/useText.ts';
import { announce } from '../view/announce.ts';
import { selectedNodes } from './guards.ts';

/** Sets a mark on all selected layers, or takes it off when all have it; one step to undo. */
export function toggleFlag(flag: 'muted' | 'frozen' | 'pinned', words: { readonly on: string; readonly off: string }): void {
	const nodes = selectedNodes();
	const isOn = nodes.every((node) => node[flag] === true);
	const label = message(isOn ? words.off : words.on, { count: nodes.length, name: nodes[0]?.name ?? '' });
	useDocumentStore.getState().edit(
		nodes.map((node) => ({ kind: 'setNode', node: node.id, changes: { [flag]: isOn ? undefined : true } })),
		{ label },
	);
	announce(currentFormatter().text(label));
}
