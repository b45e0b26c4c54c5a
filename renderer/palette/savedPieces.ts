import { useEffect } from 'react';
import { create } from 'zustand';
import { reportProblem } from '../host/report.ts';
import { type Host, useHost } from '../host.ts';

export type SavedPiece = Awaited<ReturnType<Host['pieces']['list']>>[number];

interface SavedPiecesStore {
	/** By name; `null` until they were read. */
	readonly pieces: readonly SavedPiece[] | null;
}

/** The pieces that the user kept, as the program has them. */
export const useSavedPiecesStore = create<SavedPiecesStore>()(() => ({ pieces: null }));

export async function loadSavedPieces(host: Host): Promise<void> {
	useSavedPiecesStore.setState({ pieces: await host.pieces.list() });
}

const none: readonly SavedPiece[] = [];

/** The user's pieces; read from the program the first time that they are shown. */
export function useSavedPieces(): readonly SavedPiece[] {
	const host = useHost();
	const pieces = useSavedPiecesStore((state) => state.pieces);
	useEffect(() => {
		if (useSavedPiecesStore.getState().pieces === null) loadSavedPieces(host).catch(reportProblem);
	}, [host]);
	return pieces ?? none;
}
