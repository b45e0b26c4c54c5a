import { type Card, cardsIn } from '#shared/graph/cards.ts';
import type { GraphDocument, Position } from '#shared/graph/document.ts';
import type { Edit } from '#shared/graph/edit.ts';
import { insertPiece } from '#shared/graph/piece.ts';
import { CARD } from '#shared/graph/place.ts';
import type { Template } from '#shared/templates/template.ts';
import { message } from '#shared/text/message.ts';
import { canvasHandle } from '../canvas/canvasHandle.ts';
import { insideNow } from '../canvas/groups/inside.ts';
import { topOf } from '../canvas/groups/topOf.ts';
import { useDocumentStore } from '../document/documentStore.ts';
import { currentFormatter } from '../text/useText.ts';
import { announce } from '../view/announce.ts';
import { useViewStore } from '../view/viewStore.ts';

/** Puts a template's layers on the canvas, under what is there, as one step; its data too where none is chosen yet. */
export function insertTemplate(template: Template): void {
	const { document, edit } = useDocumentStore.getState();
	if (!document) return;
	const { edits, chosen } = piecesOf(document, template.build());
	const label = message('history.insertTemplate', { name: template.title });
	edit(edits, { label });
	useViewStore.getState().select(document.nodes.length === 0 ? [] : chosen);
	canvasHandle.current?.fitView();
	announce(currentFormatter().text(label));
}

/** The edits that bring the nodes and wires of `piece` into `document` under fresh ids and names. */
export function piecesOf(
	document: GraphDocument,
	piece: GraphDocument,
): { readonly edits: readonly Edit[]; readonly nodes: readonly string[]; readonly chosen: readonly string[] } {
	const inside = insideNow(document)?.id;
	const inserted = insertPiece(document, piece, offsetUnder(cardsIn(document, inside), cardsIn(piece, undefined)), inside);
	const chosen = topOf(document, inserted);
	if (document.nodes.length > 0) return { ...inserted, chosen };
	const edits: Edit[] = [...inserted.edits, { kind: 'setTraining', training: piece.training }];
	if (document.dataset === null && piece.dataset) edits.push({ kind: 'setDataset', dataset: piece.dataset });
	return { edits, nodes: inserted.nodes, chosen };
}

/** Left edges aligned, one row below the lowest card. */
function offsetUnder(there: readonly Card[], added: readonly Card[]): Position {
	if (there.length === 0 || added.length === 0) return { x: 0, y: 0 };
	const left = (cards: readonly Card[]): number => Math.min(...cards.map(({ position }) => position.x));
	const bottom = Math.max(...there.map(({ position }) => position.y));
	const top = Math.min(...added.map(({ position }) => position.y));
	return { x: left(there) - left(added), y: bottom + CARD.rowStep - top };
}
