import { insertPiece, takePiece } from '#shared/graph/piece.ts';
import { message } from '#shared/text/message.ts';
import { useDocumentStore } from '../document/documentStore.ts';
import { currentFormatter } from '../text/useText.ts';
import { announce } from '../view/announce.ts';
import { useViewStore } from '../view/viewStore.ts';
import type { Action } from './action.ts';
import { canEdit, openDocumentOrThrow, selectedNodes } from './guards.ts';

const OFFSET = { x: 32, y: 32 };

/** Copies the selected layers with the wires among them, a little lower and to the right. */
export const duplicateSelection: Action = {
	name: 'duplicateSelection',
	group: 'edit',
	keys: ['mod+D'],
	isEnabled: () => canEdit() && selectedNodes().length > 0,
	run: () => {
		const document = openDocumentOrThrow();
		const nodes = selectedNodes();
		const piece = takePiece(
			document,
			nodes.map((node) => node.id),
		);
		const copy = insertPiece(document, piece, OFFSET);
		const label = message('history.duplicate', { count: nodes.length, name: nodes[0]?.name ?? '' });
		useDocumentStore.getState().edit(copy.edits, { label });
		useViewStore.getState().select(copy.nodes);
		announce(currentFormatter().text(label));
	},
};
