import { create } from 'zustand';
import type { GraphDocument, GraphEdge, NodeId, Position } from '#shared/graph/document.ts';
import { applyEdits } from '#shared/graph/edit.ts';
import { inferShapes } from '#shared/inference/inferShapes.ts';
import { useDocumentStore } from '../../document/documentStore.ts';
import { useDerivedStore } from '../../document/selectors.ts';
import { judgeStarts, type Verdicts, type WireStart } from './verdicts.ts';

interface ConnectStore {
	/** Where the wires in hand begin; empty while none is. */
	readonly starts: readonly WireStart[];
	/** The wire of which one end was taken up; it gives way to the one that is made. */
	readonly replaced: GraphEdge | null;
	/** Answers by node, for each of its ports; `null` while no wire is in hand. */
	readonly verdicts: Verdicts | null;
	/** Where the free end is on the canvas, and the card under it. */
	readonly end: Position;
	readonly over: NodeId | null;
}

const idle: ConnectStore = { starts: [], replaced: null, verdicts: null, end: { x: 0, y: 0 }, over: null };

/** The wires that are being drawn. All answers are worked out when they are taken up, so that moving costs nothing. */
export const useConnectStore = create<ConnectStore>()(() => idle);

export function beginWires(starts: readonly WireStart[], end: Position, replaced: GraphEdge | null = null): void {
	const { document } = useDocumentStore.getState();
	if (!document || starts.length === 0) return;
	useConnectStore.setState({ starts, replaced, verdicts: judgeNow(document, starts, replaced), end, over: null });
}

export function moveWires(end: Position, over: NodeId | null): void {
	useConnectStore.setState({ end, over });
}

export function endWires(): void {
	useConnectStore.setState(idle);
}

export function areWiresInHand(): boolean {
	return useConnectStore.getState().starts.length > 0;
}

/** The answers for the document as it is, less the wire that gives way. */
export function judgeNow(document: GraphDocument, starts: readonly WireStart[], replaced: GraphEdge | null = null): Verdicts {
	const { dataset, inference } = useDerivedStore.getState();
	const known = inference ? { dataset, inference } : { dataset };
	if (!replaced) return judgeStarts(document, starts, known);
	const without = applyEdits(document, [{ kind: 'disconnect', edge: replaced }]);
	return judgeStarts(without, starts, { dataset, inference: inferShapes(without, { dataset }, inference ?? undefined) });
}
