import { makeGroup } from '#shared/graph/groupEdits.ts';
import { groupKey } from '#shared/picture/groupKey.ts';
import { message } from '#shared/text/message.ts';
import { canvasHandle } from '../canvas/canvasHandle.ts';
import { useDocumentStore } from '../document/documentStore.ts';
import { currentFormatter } from '../text/useText.ts';
import { announce } from '../view/announce.ts';
import { useViewStore } from '../view/viewStore.ts';
import type { Action } from './action.ts';
import { canEdit, openDocumentOrThrow, selectedGroups, selectedNodes, selectedNodesAlone } from './guards.ts';

/** Puts the selected layers and groups into a new group, which shows as one card. */
export const groupSelection: Action = {
	name: 'groupSelection',
	group: 'network',
	keys: ['mod+G'],
	isEnabled: () => canEdit() && selectedNodes().length > 0,
	run: () => {
		const format = currentFormatter();
		const nodes = selectedNodesAlone();
		const groups = selectedGroups();
		const made = makeGroup(
			openDocumentOrThrow(),
			nodes.map((node) => node.id),
			groups.map((group) => group.id),
			format.text(message('group.newName')),
		);
		if (!made) return;
		const all = selectedNodes();
		const label = message('history.group', { count: all.length, name: all[0]?.name ?? '' });
		useDocumentStore.getState().edit(made.edits, { label });
		useViewStore.getState().select([groupKey(made.group)]);
		canvasHandle.current?.focus(groupKey(made.group));
		announce(format.text(label));
	},
};
