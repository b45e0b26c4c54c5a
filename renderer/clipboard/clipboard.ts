import { notifications } from '@mantine/notifications';
import { cardsIn } from '#shared/graph/cards.ts';
import type { GraphDocument, NodeId, Position } from '#shared/graph/document.ts';
import { removeAndHeal } from '#shared/graph/heal.ts';
import { loadDocument } from '#shared/graph/load.ts';
import { insertPiece, takePiece } from '#shared/graph/piece.ts';
import { serializeDocument } from '#shared/graph/serialize.ts';
import { CARD_SIZE } from '#shared/picture/cardGeometry.ts';
import { type Message, message } from '#shared/text/message.ts';
import { openDocumentOrThrow, selectedNodes } from '../actions/guards.ts';
import { canvasHandle, canvasPointer } from '../canvas/canvasHandle.ts';
import { insideNow } from '../canvas/groups/inside.ts';
import { topOf } from '../canvas/groups/topOf.ts';
import { useDocumentStore } from '../document/documentStore.ts';
import { currentFormatter } from '../text/useText.ts';
import { announce } from '../view/announce.ts';
import { useViewStore } from '../view/viewStore.ts';

/** What was copied last in this window, for a system that does not let the window read its clipboard. */
let lastCopied: string | null = null;

/** The selected layers as text: a network file that holds them alone, so that it can be pasted here, in another window, or saved. */
export function copyText(): string | null {
	const nodes = selectedNodes();
	if (nodes.length === 0) return null;
	const document = openDocumentOrThrow();
	lastCopied = serializeDocument(takePiece(document, idsOf(nodes), insideNow(document)?.id));
	tell(message('announce.copied', { count: nodes.length, name: nodes[0]?.name ?? '' }));
	return lastCopied;
}

/** The same, and the layers leave the canvas; the gap is closed. */
export function cutText(): string | null {
	const nodes = selectedNodes();
	const text = copyText();
	if (text === null) return null;
	const label = message('history.cut', { count: nodes.length, name: nodes[0]?.name ?? '' });
	useDocumentStore.getState().edit(removeAndHeal(openDocumentOrThrow(), idsOf(nodes)), { label });
	useViewStore.getState().select([]);
	return text;
}

/** Puts the layers of a text where the pointer is, else beside those it was copied from. */
export function pasteText(text: string): void {
	const read = loadDocument(text);
	const format = currentFormatter();
	if (!read.ok || read.value.document.nodes.length === 0) {
		const title = format.text(message('clipboard.notLayers'));
		notifications.show({ message: title, color: 'var(--text-3)', autoClose: 6000 });
		announce(title);
		return;
	}
	const document = openDocumentOrThrow();
	const piece = read.value.document;
	const inserted = insertPiece(document, piece, offsetFor(document, piece), insideNow(document)?.id);
	const { edits, nodes } = inserted;
	const chosen = topOf(document, inserted);
	const label = message('history.paste', { count: nodes.length, name: piece.nodes[0]?.name ?? '' });
	useDocumentStore.getState().edit(edits, { label });
	useViewStore.getState().select(chosen);
	if (chosen[0] !== undefined) canvasHandle.current?.reveal(chosen[0]);
	tell(label);
}

export async function writeClipboard(text: string | null): Promise<void> {
	if (text !== null) await navigator.clipboard?.writeText(text).catch(() => undefined);
}

/** What the system's clipboard holds, or what this window copied last where it may not look. */
export async function readClipboard(): Promise<string> {
	const read = await navigator.clipboard?.readText?.().catch(() => null);
	return read ?? lastCopied ?? '';
}

function idsOf(nodes: readonly { readonly id: NodeId }[]): readonly NodeId[] {
	return nodes.map((node) => node.id);
}

function tell(news: Message): void {
	announce(currentFormatter().text(news));
}

const STEP = 32;
const GRID = 4;

/** So that the piece's middle is under the pointer; without one, a little off any layer that stands where its first would. */
function offsetFor(document: GraphDocument, piece: GraphDocument): Position {
	const pointer = canvasPointer();
	const place = pointer && canvasHandle.current?.toCanvas(pointer);
	const cards = cardsIn(piece, undefined);
	if (place) {
		const middle = (axis: 'x' | 'y', size: number): number => {
			const all = cards.map(({ position }) => position[axis]);
			return (Math.min(...all) + Math.max(...all) + size) / 2;
		};
		const snap = (value: number): number => Math.round(value / GRID) * GRID;
		return { x: snap(place.x - middle('x', CARD_SIZE.width)), y: snap(place.y - middle('y', CARD_SIZE.height)) };
	}
	const [first] = cards;
	const there = cardsIn(document, insideNow(document)?.id);
	let by = 0;
	while (first && there.some(({ position }) => position.x === first.position.x + by && position.y === first.position.y + by)) by += STEP;
	return { x: by, y: by };
}
