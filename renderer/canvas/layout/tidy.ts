import ElkApi, { type ELK } from 'elkjs/lib/elk-api.js';
import workerUrl from 'elkjs/lib/elk-worker.min.js?url';
import type { GraphDocument, GroupId, Position } from '#shared/graph/document.ts';
import { message } from '#shared/text/message.ts';
import { useDocumentStore } from '../../document/documentStore.ts';
import { currentFormatter } from '../../text/useText.ts';
import { announce } from '../../view/announce.ts';
import { useViewStore } from '../../view/viewStore.ts';
import { canvasHandle } from '../canvasHandle.ts';
import { arrange, type Wishes } from './arrange.ts';
import { chosenParts } from './chosenParts.ts';
import { moveCards } from './moveCards.ts';

/** ELK in a worker, off the page's thread; made when a layout is first asked for. */
let elk: ELK | null = null;

const USUAL_VIEW = { width: 904, height: 620 };

function wishesNow(): Wishes {
	elk ??= new ElkApi({ workerUrl });
	return { elk, view: canvasHandle.current?.size() ?? USUAL_VIEW };
}

/**
 * Lays the whole network out in rows that fit the window; a folded group is one card, and its inside is laid out by itself.
 * Pinned layers stay. One step to undo.
 */
export async function tidy(): Promise<void> {
	const { document } = useDocumentStore.getState();
	if (!document) return;
	const wishes = wishesNow();
	const places: readonly (GroupId | undefined)[] = [undefined, ...document.groups.filter((group) => group.collapsed).map(({ id }) => id)];
	const positions = new Map<string, Position>();
	for (const place of places) {
		for (const [key, position] of await arrange(document, place, wishes)) positions.set(key, position);
	}
	finish(document, positions, 'history.tidy');
	canvasHandle.current?.fitView();
	announce(currentFormatter().text(message('announce.tidied')));
}

/** Lays what is selected out where it stands, and leaves all else in place. One step to undo. */
export async function tidySelected(): Promise<void> {
	const { document } = useDocumentStore.getState();
	if (!document) return;
	const wishes = wishesNow();
	const positions = new Map<string, Position>();
	for (const { place, part } of chosenParts(document, useViewStore.getState().selection)) {
		for (const [key, position] of await arrange(document, place, wishes, part)) positions.set(key, position);
	}
	finish(document, positions, 'history.tidySelection');
	announce(currentFormatter().text(message('announce.tidiedSelection', { count: positions.size })));
}

/** The document may have changed while the worker was at it; what is gone by then is passed over. */
function finish(document: GraphDocument, positions: ReadonlyMap<string, Position>, label: string): void {
	if (useDocumentStore.getState().document?.id !== document.id) return;
	moveCards(positions, message(label));
}
