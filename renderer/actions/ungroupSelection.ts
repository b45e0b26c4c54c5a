import { applyEdits, type Edit } from '#shared/graph/edit.ts';
import { ungroup } from '#shared/graph/groupEdits.ts';
import { groupMembers } from '#shared/graph/query.ts';
import { message } from '#shared/text/message.ts';
import { canvasHandle } from '../canvas/canvasHandle.ts';
import { useDocumentStore } from '../document/documentStore.ts';
import { currentFormatter } from '../text/useText.ts';
import { announce } from '../view/announce.ts';
import { useViewStore } from '../view/viewStore.ts';
import type { Action } from './action.ts';
import { canEdit, openDocumentOrThrow, selectedGroups } from './guards.ts';

/** Dissolves the selected groups; copies of repeated ones become layers of their own. */
export const ungroupSelection: Action = {
	name: 'ungroupSelection',
	group: 'network',
	keys: ['mod+shift+G'],
	isEnabled: () => canEdit() && selectedGroups().length > 0,
	run: () => {
		const document = openDocumentOrThrow();
		const groups = selectedGroups();
		const [first] = groups;
		if (!first) return;
		const edits: Edit[] = [];
		const members: string[] = [];
		for (const group of groups) {
			members.push(...groupMembers(document, group.id));
			edits.push(...ungroup(applyEdits(document, edits), group.id));
		}
		const isRepeated = groups.length === 1 && first.repeat > 1;
		const label = message(isRepeated ? 'history.writeOut' : 'history.ungroup', { name: first.name, repeat: first.repeat });
		useDocumentStore.getState().edit(edits, { label });
		useViewStore.getState().select(members);
		if (members[0] !== undefined) canvasHandle.current?.focus(members[0]);
		announce(currentFormatter().text(label));
	},
};
