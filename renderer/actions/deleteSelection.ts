import type { GraphEdge } from '#shared/graph/document.ts';
import { removeAndHeal } from '#shared/graph/heal.ts';
import { message } from '#shared/text/message.ts';
import { drawnWire } from '../canvas/groups/sceneEnds.ts';
import { sceneNow } from '../canvas/groups/sceneNow.ts';
import { useDocumentStore } from '../document/documentStore.ts';
import { currentFormatter } from '../text/useText.ts';
import { announce } from '../view/announce.ts';
import { useViewStore } from '../view/viewStore.ts';
import type { Action } from './action.ts';
import { canEdit, openDocumentOrThrow, selectedNodes } from './guards.ts';

/** Deletes the selected layers and wires what fed them to what they fed, or deletes the selected wire. */
export const deleteSelection: Action = {
	name: 'deleteSelection',
	group: 'edit',
	keys: ['Delete', 'Backspace'],
	isEnabled: () => canEdit() && (selectedNodes().length > 0 || useViewStore.getState().selectedEdge !== null),
	run: () => {
		const { edit } = useDocumentStore.getState();
		const { selectedEdge } = useViewStore.getState();
		const nodes = selectedNodes();
		const label =
			nodes.length === 0 ? message('history.disconnect') : message('history.delete', { count: nodes.length, name: nodes[0]?.name ?? '' });
		if (nodes.length > 0)
			edit(
				removeAndHeal(
					openDocumentOrThrow(),
					nodes.map((node) => node.id),
				),
				{ label },
			);
		else if (selectedEdge)
			edit(
				edgesOf(selectedEdge).map((edge) => ({ kind: 'disconnect', edge })),
				{ label },
			);
		useViewStore.getState().set({ selection: new Set(), selectedEdge: null });
		announce(currentFormatter().text(label));
	},
};

/** All wires of the document that are drawn as the selected one. */
function edgesOf(selected: GraphEdge): readonly GraphEdge[] {
	const scene = sceneNow();
	return (scene && drawnWire(scene, selected)?.edges) ?? [selected];
}
