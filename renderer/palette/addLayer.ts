import { judgeConnection } from '#shared/graph/connect.ts';
import { createNode } from '#shared/graph/create.ts';
import type { GraphDocument, GraphEdge, GraphNode, Position } from '#shared/graph/document.ts';
import { applyEdits, type Edit } from '#shared/graph/edit.ts';
import { placeAfter, slideRight } from '#shared/graph/place.ts';
import { findNode, outgoingEdges } from '#shared/graph/query.ts';
import { insertOnWire } from '#shared/inference/fixes.ts';
import { layerDefinition } from '#shared/layers/catalogue.ts';
import { message } from '#shared/text/message.ts';
import { canvasHandle } from '../canvas/canvasHandle.ts';
import type { WireStart } from '../canvas/connect/connectStore.ts';
import { CARD_SIZE } from '../canvas/geometry.ts';
import { useDocumentStore } from '../document/documentStore.ts';
import { useDerivedStore } from '../document/selectors.ts';
import { currentFormatter } from '../text/useText.ts';
import { announce } from '../view/announce.ts';
import { useViewStore } from '../view/viewStore.ts';

/**
 * Puts a new layer at a place of the canvas, or to the right of the card that is there already. It takes the wire that was
 * drawn there (`from`), else goes on from the selected layer if that feeds nothing yet.
 */
export function addLayerAt(kind: string, position: Position, from: WireStart | null = null): void {
	const { document } = useDocumentStore.getState();
	if (!document) return;
	const node = createNode(document, kind, slideRight(document, snap(position)));
	const start = from ?? looseEnd(document);
	commit(document, node, [{ kind: 'addNode', node }, ...(start ? wireFrom(document, node, start) : [])]);
}

/**
 * Puts a new layer after the selected one, or after the last of the network, and wires it where it fits. On a layer that
 * feeds another one it goes onto that wire, and what follows makes room.
 */
export function addLayerAfterSelection(kind: string): void {
	const { document } = useDocumentStore.getState();
	if (!document) return;
	const before = anchor(document, kind);
	if (!before) {
		const middle = canvasHandle.current?.middle() ?? { x: 0, y: 0 };
		const centred = { x: middle.x - CARD_SIZE.width / 2, y: middle.y - CARD_SIZE.height / 2 };
		addLayerAt(kind, slideRight(document, document.nodes.length === 0 ? centred : lastRowEnd(document)));
		return;
	}
	const [wire, ...others] = outgoingEdges(document, before.id);
	const inserted = wire && others.length === 0 ? insertOnWire(document, wire, kind, {}, layerDefinition) : null;
	const added = inserted?.find((edit) => edit.kind === 'addNode')?.node;
	if (inserted && added) {
		commit(document, added, inserted);
		return;
	}
	const made = createNode(document, kind, placeAfter(document, before));
	const node = before.role === undefined ? made : { ...made, role: before.role };
	const port = layerDefinition(before.kind)?.outputs[0]?.name;
	const wires = port === undefined ? [] : wireFrom(document, node, { node: before.id, port, side: 'source' });
	commit(document, node, [{ kind: 'addNode', node }, ...wires]);
}

/** The layer to go on from: the selected one, else the only one whose answer nobody takes. */
function anchor(document: GraphDocument, kind: string): GraphNode | null {
	if ((layerDefinition(kind)?.inputs.length ?? 0) === 0) return null;
	const { selection } = useViewStore.getState();
	const selected = document.nodes.filter((node) => selection.has(node.id));
	const open = (node: GraphNode): boolean => (layerDefinition(node.kind)?.outputs.length ?? 0) > 0;
	const [only, ...more] = selected;
	if (only && more.length === 0) return open(only) ? only : null;
	const ends = document.nodes.filter((node) => open(node) && outgoingEdges(document, node.id).length === 0);
	return ends.length === 1 ? (ends[0] ?? null) : null;
}

/** The output of the one selected layer while nobody takes it. */
function looseEnd(document: GraphDocument): WireStart | null {
	const [only, ...more] = document.nodes.filter((node) => useViewStore.getState().selection.has(node.id));
	const port = only && layerDefinition(only.kind)?.outputs[0]?.name;
	if (!only || port === undefined || more.length > 0 || outgoingEdges(document, only.id).length > 0) return null;
	return { node: only.id, port, side: 'source' };
}

/** The wire to the new layer, unless it cannot exist or would make a problem that a wire elsewhere would not. */
function wireFrom(document: GraphDocument, node: GraphNode, from: WireStart): readonly Edit[] {
	const port = (from.side === 'source' ? layerDefinition(node.kind)?.inputs : layerDefinition(node.kind)?.outputs)?.[0]?.name;
	if (port === undefined) return [];
	const edge: GraphEdge =
		from.side === 'source'
			? { source: from.node, sourcePort: from.port, target: node.id, targetPort: port }
			: { source: node.id, sourcePort: port, target: from.node, targetPort: from.port };
	const next = applyEdits(document, [{ kind: 'addNode', node }]);
	const { verdict } = judgeConnection(next, edge, { dataset: useDerivedStore.getState().dataset });
	return verdict === 'refused' ? [] : [{ kind: 'connect', edge }];
}

function commit(document: GraphDocument, node: GraphNode, edits: readonly Edit[]): void {
	useDocumentStore.getState().edit(edits, { label: message('history.add', { name: node.name }) });
	useViewStore.getState().select([node.id]);
	announce(currentFormatter().text(message('announce.added', { name: node.name })));
	const isFirst = document.nodes.length === 0;
	if (!isFirst && findNode(useDocumentStore.getState().document ?? document, node.id)) canvasHandle.current?.reveal(node.id);
}

function lastRowEnd(document: GraphDocument): Position {
	const last = document.nodes.reduce((a, b) =>
		b.position.y > a.position.y || (b.position.y === a.position.y && b.position.x > a.position.x) ? b : a,
	);
	return placeAfter(document, last);
}

const GRID = 4;

function snap({ x, y }: Position): Position {
	return { x: Math.round(x / GRID) * GRID, y: Math.round(y / GRID) * GRID };
}
