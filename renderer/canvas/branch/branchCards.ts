import { branchOff, roomBelow } from '#shared/graph/branch.ts';
import type { NodeId, Position } from '#shared/graph/document.ts';
import { message } from '#shared/text/message.ts';
import { openDocumentOrThrow, selectedNodes } from '../../actions/guards.ts';
import { useDocumentStore } from '../../document/documentStore.ts';
import { currentFormatter } from '../../text/useText.ts';
import { announce } from '../../view/announce.ts';
import { useViewStore } from '../../view/viewStore.ts';
import { canvasHandle } from '../canvasHandle.ts';
import { insideNow } from '../groups/inside.ts';
import { topOf } from '../groups/topOf.ts';

/** Copies what is selected onto a branch from the same sources: by so much beside it, or where there is room below. */
export function branchSelected(by: Position | null): void {
	const document = openDocumentOrThrow();
	const nodes = selectedNodes();
	const ids: readonly NodeId[] = nodes.map(({ id }) => id);
	if (ids.length === 0) return;
	const inside = insideNow(document)?.id;
	const copy = branchOff(document, ids, by ?? roomBelow(document, ids, inside), inside);
	const label = message('history.branch', { count: nodes.length, name: nodes[0]?.name ?? '' });
	useDocumentStore.getState().edit(copy.edits, { label });
	const chosen = topOf(document, copy);
	useViewStore.getState().select(chosen);
	if (chosen[0] !== undefined) canvasHandle.current?.reveal(chosen[0]);
	announce(currentFormatter().text(label));
}
