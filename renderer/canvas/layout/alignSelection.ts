import type { GraphDocument, Position } from '#shared/graph/document.ts';
import { boxOfGroup } from '#shared/graph/groupPlace.ts';
import { findGroup } from '#shared/graph/groups.ts';
import { CARD } from '#shared/graph/place.ts';
import { findNode } from '#shared/graph/query.ts';
import { groupOfKey } from '#shared/picture/groupKey.ts';
import { message } from '#shared/text/message.ts';
import { useDocumentStore } from '../../document/documentStore.ts';
import { currentFormatter } from '../../text/useText.ts';
import { announce } from '../../view/announce.ts';
import { useViewStore } from '../../view/viewStore.ts';
import { moveTo } from '../groups/moveItems.ts';
import { type Alignment, align, type Direction, distribute, type Piece } from './align.ts';
import { glideFrom } from './glide.ts';

/** Selected cards and frames with what they cover. */
export function selectedPieces(): readonly Piece[] {
	const { document } = useDocumentStore.getState();
	if (!document) return [];
	return [...useViewStore.getState().selection].flatMap((key) => pieceOf(document, key) ?? []);
}

function pieceOf(document: GraphDocument, key: string): Piece | null {
	const id = groupOfKey(key);
	const card = { width: CARD.width, height: CARD.height };
	if (id === null) {
		const node = findNode(document, key);
		return node ? { key, ...node.position, ...card, isFixed: node.pinned === true } : null;
	}
	const group = findGroup(document, id);
	if (!group) return null;
	const box = group.collapsed ? { ...group.position, ...card } : boxOfGroup(document, group);
	return box && { key, x: box.x, y: box.y, width: box.width, height: box.height, isFixed: false };
}

/** Brings the selected cards to one line; one step of the history. */
export function alignSelection(to: Alignment): void {
	move(align(selectedPieces(), to), `history.align.${to}`);
}

/** Spaces the selected cards evenly; one step of the history. */
export function distributeSelection(direction: Direction): void {
	move(distribute(selectedPieces(), direction), `history.distribute.${direction}`);
}

function move(places: ReadonlyMap<string, Position>, label: string): void {
	const { document, edit } = useDocumentStore.getState();
	if (!document) return;
	edit(moveTo(document, places), { label: message(label) });
	glideFrom(document, [...document.nodes.map(({ id }) => id), ...places.keys()]);
	announce(currentFormatter().text(message(label)));
}
