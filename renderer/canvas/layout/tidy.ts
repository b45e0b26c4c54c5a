import type { GraphDocument, GraphNode, NodeId, Position } from '#shared/graph/document.ts';
import { CARD } from '#shared/graph/place.ts';
import { message } from '#shared/text/message.ts';
import { useDocumentStore } from '../../document/documentStore.ts';
import { currentFormatter } from '../../text/useText.ts';
import { announce } from '../../view/announce.ts';
import { canvasHandle } from '../canvasHandle.ts';
import { REGION_PADDING } from '../geometry.ts';
import { foldColumns, placeRow } from './columns.ts';
import { layOut } from './layers.ts';

/** Between the cards of two rows: the regions' borders and the lane for the wire that steps back. */
const ROW_GAP = CARD.rowStep - CARD.height;
const FEWEST_COLUMNS = 4;
const USUAL_COLUMNS = 5;

/** Lays the whole network out, base above head, in rows that fit the window; pinned layers stay. One step to undo. */
export async function tidy(): Promise<void> {
	const { document } = useDocumentStore.getState();
	if (!document) return;
	const positions = await arrange(document, columnsInView());
	// The document may have changed while the worker was at it; layers that are gone are passed over.
	const current = useDocumentStore.getState().document;
	if (current?.id !== document.id) return;
	const moves: Record<NodeId, Position> = {};
	for (const node of current.nodes) {
		const position = positions.get(node.id);
		if (position && !node.pinned) moves[node.id] = position;
	}
	useDocumentStore.getState().edit([{ kind: 'moveNodes', positions: moves }], { label: message('history.tidy') });
	canvasHandle.current?.fitView();
	announce(currentFormatter().text(message('announce.tidied')));
}

/** Where every layer goes: one run of rows for each part of the network, in the order base, rest, head. */
export async function arrange(document: GraphDocument, perRow: number): Promise<ReadonlyMap<NodeId, Position>> {
	const origin = topLeft(document.nodes);
	const positions = new Map<NodeId, Position>();
	let y = origin.y;
	for (const part of partsOf(document)) {
		const cells = await layOut(part, document.edges);
		for (const row of foldColumns(cells, document.edges, perRow)) {
			const placed = placeRow(row, cells, { x: origin.x, y });
			for (const [id, position] of placed.positions) positions.set(id, position);
			y = placed.bottom + ROW_GAP;
		}
	}
	return positions;
}

/** Base, layers of no part, head: each in rows of its own. */
function partsOf({ nodes }: GraphDocument): readonly (readonly GraphNode[])[] {
	const roles = ['base', undefined, 'head'] as const;
	return roles.map((role) => nodes.filter((node) => node.role === role)).filter((part) => part.length > 0);
}

function columnsInView(): number {
	const width = canvasHandle.current?.size().width ?? USUAL_COLUMNS * CARD.columnStep;
	return Math.max(FEWEST_COLUMNS, Math.floor((width - 2 * REGION_PADDING.side + CARD.columnStep - CARD.width) / CARD.columnStep));
}

function topLeft(nodes: readonly GraphNode[]): Position {
	return { x: Math.min(...nodes.map(({ position }) => position.x)), y: Math.min(...nodes.map(({ position }) => position.y)) };
}
