import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { GraphDocument, GraphGroup } from '#shared/graph/document.ts';
import { namer } from '#shared/graph/ids.ts';
import { pieceOfGroup } from '#shared/pieces/ownPiece.ts';
import { message } from '#shared/text/message.ts';
import { forHost } from '../document/wire.ts';
import { reportProblem } from '../host/report.ts';
import type { Host } from '../host.ts';
import { currentFormatter } from '../text/useText.ts';
import { announce } from '../view/announce.ts';
import { loadSavedPieces, type SavedPiece, useSavedPiecesStore } from './savedPieces.ts';

/** Keeps a group for later documents, under its name, with a number where that is taken. */
export async function keepPiece(host: Host, document: GraphDocument, group: GraphGroup): Promise<void> {
	await loadSavedPieces(host);
	const taken = (useSavedPiecesStore.getState().pieces ?? []).map(({ name }) => name);
	const name = taken.includes(group.name) ? namer(taken, (stem, number) => `${stem} (${number})`).next(group.name) : group.name;
	const { document: alone, inputs } = pieceOfGroup(document, group);
	await host.pieces.save({ name, document: forHost(alone), inputs: [...inputs] });
	await loadSavedPieces(host);
	tell('pieces.saved', name);
}

export async function renamePiece(host: Host, { id }: SavedPiece, name: string): Promise<void> {
	await host.pieces.rename({ id, name });
	await loadSavedPieces(host);
}

/** Takes a piece away; the news offers to keep it after all. */
export async function removePiece(host: Host, piece: SavedPiece): Promise<void> {
	await host.pieces.remove({ id: piece.id });
	await loadSavedPieces(host);
	const format = currentFormatter();
	const notice = `piece-${piece.id}`;
	const putBack = async (): Promise<void> => {
		notifications.hide(notice);
		await host.pieces.save({ name: piece.name, document: piece.document, inputs: piece.inputs });
		await loadSavedPieces(host);
	};
	const news = format.text(message('pieces.deleted', { name: piece.name }));
	announce(news);
	notifications.show({
		id: notice,
		color: 'var(--text-3)',
		autoClose: 10_000,
		message: (
			<>
				{news}{' '}
				<Button variant="subtle" size="compact-xs" onClick={() => void putBack().catch(reportProblem)}>
					{format.text(message('pieces.deleted.undo'))}
				</Button>
			</>
		),
	});
}

function tell(id: string, name: string): void {
	const news = currentFormatter().text(message(id, { name }));
	notifications.show({ message: news, color: 'var(--text-3)', autoClose: 6000 });
	announce(news);
}
