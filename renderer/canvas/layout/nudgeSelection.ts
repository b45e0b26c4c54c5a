import type { Position } from '#shared/graph/document.ts';
import { message } from '#shared/text/message.ts';
import { openDocumentOrThrow } from '../../actions/guards.ts';
import { useDocumentStore } from '../../document/documentStore.ts';
import { currentFormatter } from '../../text/useText.ts';
import { announce } from '../../view/announce.ts';
import { useViewStore } from '../../view/viewStore.ts';
import { moveBy } from '../groups/moveItems.ts';
import { nameOf } from '../groups/nameOf.ts';

/** Steps in canvas pixels. */
export const FINE = 4;
export const COARSE = 16;

/** Moves the selected cards by so much; one step to undo while the key is held. */
export function nudgeSelection(by: Position): void {
	const document = openDocumentOrThrow();
	const keys = [...useViewStore.getState().selection];
	const words = { count: keys.length, name: nameOf(document, keys[0] ?? '') };
	const label = message('history.move', words);
	useDocumentStore.getState().edit(moveBy(document, keys, by), { label, mergeKey: `nudge ${keys.join(' ')}` });
	announce(currentFormatter().text(message('announce.moved', words)));
}
