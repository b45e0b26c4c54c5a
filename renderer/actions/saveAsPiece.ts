import { keepPiece } from '../palette/ownPieces.tsx';
import type { Action } from './action.ts';
import { isOnCanvas, openDocumentOrThrow, selectedGroups } from './guards.ts';

/** Keeps the selected group as a piece that can be put into any document. */
export const saveAsPiece: Action = {
	name: 'saveAsPiece',
	group: 'network',
	isEnabled: () => isOnCanvas() && selectedGroups().length === 1,
	run: async ({ host }) => {
		const [group] = selectedGroups();
		if (group) await keepPiece(host, openDocumentOrThrow(), group);
	},
};
