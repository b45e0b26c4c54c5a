import type { GraphDocument, GraphNode, Position } from '#shared/graph/document.ts';
import type { Edit } from '#shared/graph/edit.ts';
import { FRAME } from '#shared/graph/groupPlace.ts';
import { groupPath, membersOf, roleOf } from '#shared/graph/groups.ts';
import { CARD } from '#shared/graph/place.ts';
import { findNode } from '#shared/graph/query.ts';
import { message } from '#shared/text/message.ts';
import { useDocumentStore } from '../../document/documentStore.ts';
import { currentFormatter } from '../../text/useText.ts';
import { announce } from '../../view/announce.ts';
import { groupKey, groupOfKey } from '../../view/groupKey.ts';
import { canvasHandle } from '../canvasHandle.ts';
import { boundsOf } from '../fit.ts';
import { makeScene, type Scene } from '../groups/scene.ts';
import { type Cell, foldColumns, placeRow } from './columns.ts';
import { layOut } from './layers.ts';

/** Between the cards of two rows: the regions' borders and the lane for the wire that steps back. */
const ROW_GAP = CARD.rowStep - CARD.height;
const FEWEST_COLUMNS = 4;
const MOST_COLUMNS = 16;
const USUAL_VIEW = { width: 904, height: 620 };

/**
 * Lays the whole network out, base above head, in rows that fit the window; a folded group is one card, and its inside is laid out
 * by itself. Pinned layers stay. One step to undo.
 */
export async function tidy(): Promise<void> {
	const { document } = useDocumentStore.getState();
	if (!document) return;
	const positions = new Map<string, Position>();
	const view = canvasHandle.current?.size() ?? USUAL_VIEW;
	const order = document.nodes.map((node) => node.id);
	for (const place of [null, ...document.groups.filter((group) => group.collapsed).map((group) => group.id)]) {
		for (const [key, position] of await arrange(document, makeScene(document, place, order), view)) positions.set(key, position);
	}
	// The document may have changed while the worker was at it; layers that are gone are passed over.
	const current = useDocumentStore.getState().document;
	if (current?.id !== document.id) return;
	useDocumentStore.getState().edit(moves(current, positions), { label: message('history.tidy') });
	canvasHandle.current?.fitView();
	announce(currentFormatter().text(message('announce.tidied')));
}

function moves(document: GraphDocument, positions: ReadonlyMap<string, Position>): readonly Edit[] {
	const nodes: Record<string, Position> = {};
	const groups: Edit[] = [];
	for (const [key, position] of positions) {
		const group = groupOfKey(key);
		if (group !== null) groups.push({ kind: 'setGroup', group, changes: { position } });
		else if (!findNode(document, key)?.pinned) nodes[key] = position;
	}
	return [{ kind: 'moveNodes', positions: nodes }, ...groups];
}

/** A card that has a place: a layer, or a folded group. */
interface Item {
	readonly id: string;
	readonly position: Position;
	readonly role: GraphNode['role'];
	/** Open groups around it, each of which needs room for its border. */
	readonly frames: readonly string[];
}

type Wires = readonly { readonly source: string; readonly target: string }[];

/** Where every card of a scene goes: rows for each part of the network, as long as shows it largest in the view. */
async function arrange(
	document: GraphDocument,
	scene: Scene,
	view: { readonly width: number; readonly height: number },
): Promise<ReadonlyMap<string, Position>> {
	const items = itemsOf(document, scene);
	if (items.length === 0) return new Map();
	const parts: ReadonlyMap<string, Cell>[] = [];
	for (const part of partsOf(items)) parts.push(await layOut(part, scene.wires));
	const origin = topLeft(items);
	let best: ReadonlyMap<string, Position> = new Map();
	let largest = 0;
	for (let perRow = FEWEST_COLUMNS; perRow <= MOST_COLUMNS; perRow++) {
		const positions = stack(parts, items, scene.wires, perRow, origin);
		const bounds = boundsOf({ nodes: items.map(({ id, position }) => ({ position: positions.get(id) ?? position })) });
		const zoom = bounds ? Math.min(1, view.width / bounds.width, view.height / bounds.height) : 1;
		if (zoom <= largest) continue;
		largest = zoom;
		best = positions;
	}
	return best;
}

function itemsOf(document: GraphDocument, { inside, nodes, cards }: Scene): readonly Item[] {
	const framesOf = (home: string | undefined): readonly string[] => {
		const path = groupPath(document, home).map((group) => group.id);
		return inside ? path.slice(path.indexOf(inside.id) + 1) : path;
	};
	return [
		...nodes.map(({ node }) => ({ id: node.id, position: node.position, role: node.role, frames: framesOf(node.group) })),
		...cards.map(({ group }) => ({
			id: groupKey(group.id),
			position: group.position,
			role: roleOf(membersOf(document, group.id)),
			frames: framesOf(group.parent),
		})),
	];
}

/** Rows under one another, each starting at the left edge. */
function stack(
	parts: readonly ReadonlyMap<string, Cell>[],
	items: readonly Item[],
	wires: Wires,
	perRow: number,
	origin: Position,
): ReadonlyMap<string, Position> {
	const positions = new Map<string, Position>();
	const framesOf = new Map(items.map((item) => [item.id, item.frames]));
	let y = origin.y;
	for (const cells of parts) {
		for (const row of foldColumns(cells, [...wires, ...ties(cells, framesOf)], perRow)) {
			const borders = Math.max(0, ...row.map((id) => framesOf.get(id)?.length ?? 0));
			const placed = placeRow(row, cells, { x: origin.x, y: y + borders * FRAME.top });
			for (const [id, position] of placed.positions) positions.set(id, position);
			y = placed.bottom + borders * FRAME.bottom + ROW_GAP;
		}
	}
	return positions;
}

/** As if so many wires ran through an open group: a row that breaks inside it would break its frame. */
const TIES = 8;

function ties(cells: ReadonlyMap<string, Cell>, framesOf: ReadonlyMap<string, readonly string[]>): Wires {
	const ends = new Map<string, { first: string; last: string }>();
	for (const [id, { column }] of cells) {
		for (const frame of framesOf.get(id) ?? []) {
			const known = ends.get(frame);
			if (!known) {
				ends.set(frame, { first: id, last: id });
				continue;
			}
			if (column < (cells.get(known.first)?.column ?? 0)) known.first = id;
			if (column > (cells.get(known.last)?.column ?? 0)) known.last = id;
		}
	}
	return [...ends.values()].flatMap(({ first, last }) => Array.from({ length: TIES }, () => ({ source: first, target: last })));
}

/** Base, layers of no part, head: each in rows of its own. */
function partsOf(items: readonly Item[]): readonly (readonly Item[])[] {
	const roles = ['base', undefined, 'head'] as const;
	return roles.map((role) => items.filter((item) => item.role === role)).filter((part) => part.length > 0);
}

function topLeft(items: readonly Item[]): Position {
	return { x: Math.min(...items.map(({ position }) => position.x)), y: Math.min(...items.map(({ position }) => position.y)) };
}
