import type { GraphDocument, GraphNode, NodeId, Position } from '#shared/graph/document.ts';
import { CARD } from '#shared/graph/place.ts';
import { message } from '#shared/text/message.ts';
import { useDocumentStore } from '../../document/documentStore.ts';
import { currentFormatter } from '../../text/useText.ts';
import { announce } from '../../view/announce.ts';
import { canvasHandle } from '../canvasHandle.ts';
import { boundsOf } from '../fit.ts';
import { type Cell, foldColumns, placeRow } from './columns.ts';
import { layOut } from './layers.ts';

/** Between the cards of two rows: the regions' borders and the lane for the wire that steps back. */
const ROW_GAP = CARD.rowStep - CARD.height;
const FEWEST_COLUMNS = 4;
const MOST_COLUMNS = 16;
const USUAL_VIEW = { width: 904, height: 620 };

/** Lays the whole network out, base above head, in rows that fit the window; pinned layers stay. One step to undo. */
export async function tidy(): Promise<void> {
	const { document } = useDocumentStore.getState();
	if (!document) return;
	const positions = await arrange(document, canvasHandle.current?.size() ?? USUAL_VIEW);
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

/** Where every layer goes: rows for each part of the network, as long as shows it largest in the view. */
export async function arrange(
	document: GraphDocument,
	view: { readonly width: number; readonly height: number },
): Promise<ReadonlyMap<NodeId, Position>> {
	const parts: ReadonlyMap<NodeId, Cell>[] = [];
	for (const part of partsOf(document)) parts.push(await layOut(part, document.edges));
	const origin = topLeft(document.nodes);
	let best: ReadonlyMap<NodeId, Position> = new Map();
	let largest = 0;
	for (let perRow = FEWEST_COLUMNS; perRow <= MOST_COLUMNS; perRow++) {
		const positions = stack(parts, document.edges, perRow, origin);
		const bounds = boundsOf({ nodes: document.nodes.map((node) => ({ ...node, position: positions.get(node.id) ?? node.position })) });
		const zoom = bounds ? Math.min(1, view.width / bounds.width, view.height / bounds.height) : 1;
		if (zoom <= largest) continue;
		largest = zoom;
		best = positions;
	}
	return best;
}

/** Rows under one another, each starting at the left edge. */
function stack(
	parts: readonly ReadonlyMap<NodeId, Cell>[],
	edges: GraphDocument['edges'],
	perRow: number,
	origin: Position,
): ReadonlyMap<NodeId, Position> {
	const positions = new Map<NodeId, Position>();
	let y = origin.y;
	for (const cells of parts) {
		for (const row of foldColumns(cells, edges, perRow)) {
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

function topLeft(nodes: readonly GraphNode[]): Position {
	return { x: Math.min(...nodes.map(({ position }) => position.x)), y: Math.min(...nodes.map(({ position }) => position.y)) };
}
