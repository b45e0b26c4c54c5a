import { create } from 'zustand';
import type { GraphDocument, GraphEdge, Position } from '#shared/graph/document.ts';
import { applyEdits, type Edit } from '#shared/graph/edit.ts';
import { inferShapes } from '#shared/inference/inferShapes.ts';
import { useDocumentStore } from '../../document/documentStore.ts';
import { contextOf, useDerivedStore } from '../../document/selectors.ts';
import { shownEnd } from '../groups/sceneEnds.ts';
import { sceneOf } from '../groups/sceneNow.ts';
import { judgeStarts, type Verdicts } from './verdicts.ts';
import type { WireStart } from './wireStart.ts';

interface ConnectStore {
	/** Where the wires in hand begin; empty while none is. */
	readonly starts: readonly WireStart[];
	/** Keys of the cards that they begin at. */
	readonly from: ReadonlySet<string>;
	/** The wire of which one end was taken up, several of the document where one is drawn for them; it gives way to what is made. */
	readonly replaced: readonly GraphEdge[];
	/** Answers by card, for each of its ports; `null` while no wire is in hand. */
	readonly verdicts: Verdicts | null;
	/** Where the free end is on the canvas, and the key of the card under it. */
	readonly end: Position;
	readonly over: string | null;
}

const idle: ConnectStore = { starts: [], from: new Set(), replaced: [], verdicts: null, end: { x: 0, y: 0 }, over: null };

/** The wires that are being drawn. All answers are worked out when they are taken up, so that moving costs nothing. */
export const useConnectStore = create<ConnectStore>()(() => idle);

export function beginWires(starts: readonly WireStart[], end: Position, replaced: readonly GraphEdge[] = []): void {
	const { document } = useDocumentStore.getState();
	if (!document || starts.length === 0) return;
	const scene = sceneOf(document);
	const from = new Set(starts.flatMap((start) => shownEnd(scene, start)?.card ?? []));
	useConnectStore.setState({ starts, from, replaced, verdicts: judgeNow(document, starts, replaced), end, over: null });
}

export function moveWires(end: Position, over: string | null): void {
	useConnectStore.setState({ end, over });
}

export function endWires(): void {
	useConnectStore.setState(idle);
}

export function areWiresInHand(): boolean {
	return useConnectStore.getState().starts.length > 0;
}

/** Keys of the card whose answers are shown: none of its own while wires begin at it. */
export function isAsked({ starts, from }: ConnectStore, card: string): boolean {
	return starts.length > 0 && !from.has(card);
}

/** The answers for the document as it is, less the wire that gives way. */
export function judgeNow(document: GraphDocument, starts: readonly WireStart[], replaced: readonly GraphEdge[] = []): Verdicts {
	const { inference, ...state } = useDerivedStore.getState();
	const context = contextOf(state);
	const known = inference ? { ...context, inference } : context;
	if (replaced.length === 0) return judgeStarts(document, starts, known, sceneOf(document));
	const without = applyEdits(
		document,
		replaced.map((edge): Edit => ({ kind: 'disconnect', edge })),
	);
	const fresh = { ...context, inference: inferShapes(without, context, inference ?? undefined) };
	return judgeStarts(without, starts, fresh, sceneOf(without));
}
