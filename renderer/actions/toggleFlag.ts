import type { Edit } from '#shared/graph/edit.ts';
import { message } from '#shared/text/message.ts';
import { useDocumentStore } from '../document/documentStore.ts';
import { currentFormatter } from '../text/useText.ts';
import { announce } from '../view/announce.ts';
import { selectedGroups, selectedNodes, selectedNodesAlone } from './guards.ts';

/** Sets a mark on all selected layers and groups, or takes it off when all have it; one step to undo. */
export function toggleFlag(flag: 'muted' | 'frozen' | 'pinned', words: { readonly on: string; readonly off: string }): void {
	// A group has no place of its own to be pinned to: its layers have.
	const groups = flag === 'pinned' ? [] : selectedGroups();
	const nodes = flag === 'pinned' ? selectedNodes() : selectedNodesAlone();
	const all = [
		...groups.map((group) => ({ name: group.name, isOn: flag !== 'pinned' && group[flag] === true })),
		...nodes.map((node) => ({ name: node.name, isOn: node[flag] === true })),
	];
	const isOn = all.every((item) => item.isOn);
	const label = message(isOn ? words.off : words.on, { count: all.length, name: all[0]?.name ?? '' });
	const changes = { [flag]: isOn ? undefined : true };
	useDocumentStore
		.getState()
		.edit(
			[
				...groups.map((group): Edit => ({ kind: 'setGroup', group: group.id, changes })),
				...nodes.map((node): Edit => ({ kind: 'setNode', node: node.id, changes })),
			],
			{ label },
		);
	announce(currentFormatter().text(label));
}
