import type { GraphGroup } from '#shared/graph/document.ts';
import { foldGroup, unfoldGroup } from '#shared/graph/groupEdits.ts';
import { groupKey } from '#shared/picture/groupKey.ts';
import { message } from '#shared/text/message.ts';
import { useDocumentStore } from '../../document/documentStore.ts';
import { currentFormatter } from '../../text/useText.ts';
import { announce } from '../../view/announce.ts';
import { useViewStore } from '../../view/viewStore.ts';
import { canvasHandle } from '../canvasHandle.ts';

/** Folds an open group into one card, or opens a folded one where its card stands. */
export function foldOrOpen(group: GraphGroup): void {
	const { document, edit } = useDocumentStore.getState();
	if (!document) return;
	const label = message(group.collapsed ? 'history.unfold' : 'history.fold', { name: group.name });
	edit(group.collapsed ? unfoldGroup(document, group.id) : foldGroup(document, group.id), { label });
	useViewStore.getState().select([groupKey(group.id)]);
	canvasHandle.current?.reveal(groupKey(group.id));
	announce(currentFormatter().text(label));
}
