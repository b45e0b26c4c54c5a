import { takeOut } from '#shared/graph/groupEdits.ts';
import { message } from '#shared/text/message.ts';
import { showLayer } from '../canvas/groups/inside.ts';
import { useDocumentStore } from '../document/documentStore.ts';
import { currentFormatter } from '../text/useText.ts';
import { announce } from '../view/announce.ts';
import { useViewStore } from '../view/viewStore.ts';
import type { Action } from './action.ts';
import { canEdit, openDocumentOrThrow, selectedNodesAlone } from './guards.ts';

const members = () => selectedNodesAlone().filter((node) => node.group !== undefined);

/** Moves the selected layers out of their group, one level up. */
export const takeOutOfGroup: Action = {
	name: 'takeOutOfGroup',
	group: 'network',
	isEnabled: () => canEdit() && members().length > 0,
	run: () => {
		const nodes = members();
		const [first] = nodes;
		if (!first) return;
		const ids = nodes.map((node) => node.id);
		const label = message('history.takeOut', { count: nodes.length, name: first.name });
		useDocumentStore.getState().edit(takeOut(openDocumentOrThrow(), ids), { label });
		showLayer(first.id);
		useViewStore.getState().select(ids);
		announce(currentFormatter().text(label));
	},
};
