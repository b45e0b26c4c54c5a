import { judgeConnection } from '#shared/graph/connect.ts';
import { createNode } from '#shared/graph/create.ts';
import type { GraphDocument, GraphNode, Position } from '#shared/graph/document.ts';
import { applyEdits, type Edit } from '#shared/graph/edit.ts';
import { placeAfter, slideRight } from '#shared/graph/place.ts';
import { findNode, outgoingEdges } from '#shared/graph/query.ts';
import { insertOnWire } from '#shared/inference/fixes.ts';
import { layerDefinition } from '#shared/layers/catalogue.ts';
import { message } from '#shared/text/message.ts';
import { canvasHandle } from '../canvas/canvasHandle.ts';
import { type WireStart, wireBetween } from '../canvas/connect/wireStart.ts';
import { CARD_SIZE } from '../canvas/geometry.ts';
import { useDocumentStore } from '../document/documentStore.ts';
import { useDerivedStore } from '../document/selectors.ts';
import { currentFormatter } from '../text/useText.ts';
import { announce } from '../view/announce.ts';
import { useViewStore } from '../view/viewStore.ts';

/**
 * Puts a new layer at a place of the canvas, or to the right of the card that is there already. It takes the wires that were
 * drawn there (`from`), else goes on from the selected layer if that feeds nothing yet.
 */
export function addLayerAt(kind: string, position: Position, from: readonly WireStart[] = []): void {
	const { document } = useDocumentStore.getState();
	if (!document) return;
	const node = createNode(document, kind, slideRight(document, snap(position)));
	const starts = from.length > 0 ? from : looseEnd(document);
	commit(document, node, [{ kind: 'addNode', node }, ...wiresFrom(document, node, starts)]);
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
	const wires = port === undefined ? [] : wiresFrom(document, node, [{ node: before.id, port, side: 'source' }]);
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
function looseEnd(document: GraphDocument): readonly WireStart[] {
	const [only, ...more] = document.nodes.filter((node) => useViewStore.getState().selection.has(node.id));
	const port = only && layerDefinition(only.kind)?.outputs[0]?.name;
	if (!only || port === undefined || more.length > 0 || outgoingEdges(document, only.id).length > 0) return [];
	return [{ node: only.id, port, side: 'source' }];
}

/** The wires to the new layer, less those that cannot exist. A port that takes one wire gets the first. */
function wiresFrom(document: GraphDocument, node: GraphNode, starts: readonly WireStart[]): readonly Edit[] {
	const definition = layerDefinition(node.kind);
	const [port] = (starts[0]?.side === 'target' ? definition?.outputs : definition?.inputs) ?? [];
	if (!port) return [];
	let next = applyEdits(document, [{ kind: 'addNode', node }]);
	const wires: Edit[] = [];
	for (const start of port.many ? starts : starts.slice(0, 1)) {
		const edge = wireBetween(start, node.id, port.name);
		const { verdict } = judgeConnection(next, edge, { dataset: useDerivedStore.getState().dataset });
		if (verdict === 'refused') continue;
		wires.push({ kind: 'connect', edge });
		next = applyEdits(next, [{ kind: 'connect', edge }]);
	}
	return wires;
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
