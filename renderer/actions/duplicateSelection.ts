import { insertPiece, takePiece } from '#shared/graph/piece.ts';
import { message } from '#shared/text/message.ts';
import { insideNow } from '../canvas/groups/inside.ts';
import { topOf } from '../canvas/groups/topOf.ts';
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
		const inside = insideNow(document)?.id;
		const piece = takePiece(
			document,
			nodes.map((node) => node.id),
			inside,
		);
		const copy = insertPiece(document, piece, OFFSET, inside);
		const label = message('history.duplicate', { count: nodes.length, name: nodes[0]?.name ?? '' });
		useDocumentStore.getState().edit(copy.edits, { label });
		useViewStore.getState().select(topOf(document, copy));
		announce(currentFormatter().text(label));
	},
};
