import type { GraphDocument, GraphNode, GroupId, NodeId, Position } from '#shared/graph/document.ts';
import { boxOfGroup, FRAME } from '#shared/graph/groupPlace.ts';
import { groupPath, membersOf, roleOf } from '#shared/graph/groups.ts';
import { CARD } from '#shared/graph/place.ts';
import { orderGraph } from '#shared/graph/query.ts';
import { PORT_Y } from '#shared/picture/cardGeometry.ts';
import { groupKey } from '#shared/picture/groupKey.ts';

/** A rectangle of the canvas, in its pixels. */
export interface Box extends Position {
	readonly width: number;
	readonly height: number;
}

/** What a layout places as one piece: a card, or an open group with everything in it. */
export interface Unit {
	/** Id of a layer, or key of a group (`groupKey`). */
	readonly key: string;
	readonly width: number;
	readonly height: number;
	/** Top left corners of its cards, from its own top left corner. */
	readonly cards: ReadonlyMap<string, Position>;
	/** How far its frame reaches beyond its cards to each side. */
	readonly overhang: number;
	readonly role: GraphNode['role'];
	/** Where it stands and stays, for a pinned card or a group that holds one; else `null`. */
	readonly fixedAt: Position | null;
}

/** A wire between cards of two different units. */
export interface UnitWire {
	readonly source: string;
	readonly target: string;
	/** Heights of the ports, from the top of each unit. */
	readonly sourceY: number;
	readonly targetY: number;
}

export interface UnitWires {
	readonly wires: readonly UnitWire[];
	/** Units that are fed by something that is no unit. */
	readonly entries: ReadonlySet<string>;
}

/** The unit of one card. */
export function cardUnit(key: string, role: GraphNode['role'], fixedAt: Position | null): Unit {
	return { key, width: CARD.width, height: CARD.height, cards: new Map([[key, { x: 0, y: 0 }]]), overhang: 0, role, fixedAt };
}

/** The unit of an open group from the places of the units in it: a frame around them. */
export function frameUnit(key: string, role: GraphNode['role'], inner: readonly Unit[], places: ReadonlyMap<string, Position>): Unit {
	const bounds = boundsOfUnits(inner, places);
	const left = bounds.x - FRAME.side;
	const top = bounds.y - FRAME.top;
	const cards = new Map<string, Position>();
	for (const unit of inner) {
		const at = places.get(unit.key) ?? { x: 0, y: 0 };
		for (const [card, { x, y }] of unit.cards) cards.set(card, { x: at.x + x - left, y: at.y + y - top });
	}
	return {
		key,
		width: bounds.width + 2 * FRAME.side,
		height: bounds.height + FRAME.top + FRAME.bottom,
		cards,
		overhang: FRAME.side + Math.max(...inner.map(({ overhang }) => overhang)),
		role,
		fixedAt: inner.some(({ fixedAt }) => fixedAt !== null) ? { x: left, y: top } : null,
	};
}

/** What units cover together; needs at least one. */
export function boundsOfUnits(units: readonly Unit[], places: ReadonlyMap<string, Position>): Box {
	const boxes = units.map((unit) => ({ ...(places.get(unit.key) ?? { x: 0, y: 0 }), width: unit.width, height: unit.height }));
	const x = Math.min(...boxes.map((box) => box.x));
	const y = Math.min(...boxes.map((box) => box.y));
	return {
		x,
		y,
		width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
		height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
	};
}

/** What a layout has to place in one group, or at the top level: layers, folded groups and open groups. */
export interface Members {
	readonly nodes: readonly GraphNode[];
	readonly folded: readonly GroupId[];
	readonly open: readonly GroupId[];
}

/** Direct members of a place, in the order of the data. An open group without layers has no frame and is left out. */
export function membersAt(document: GraphDocument, place: GroupId | undefined): Members {
	const { places } = orderGraph(document);
	const first = (group: GroupId): number =>
		Math.min(document.nodes.length, ...membersOf(document, group).map(({ id }) => places.get(id) ?? 0));
	const groups = document.groups.filter((group) => homeOf(document, group.parent) === place).sort((a, b) => first(a.id) - first(b.id));
	return {
		nodes: document.nodes
			.filter((node) => homeOf(document, node.group) === place)
			.sort((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0)),
		folded: groups.filter((group) => group.collapsed).map(({ id }) => id),
		open: groups.filter((group) => !group.collapsed && boxOfGroup(document, group) !== null).map(({ id }) => id),
	};
}

/** A group that is not there counts as the top level, as on the canvas. */
function homeOf(document: GraphDocument, id: GroupId | undefined): GroupId | undefined {
	return groupPath(document, id).at(-1)?.id;
}

export function roleOfGroup(document: GraphDocument, group: GroupId): GraphNode['role'] {
	return roleOf(membersOf(document, group));
}

/**
 * The document's wires between units, without those that close a loop. `cardOf` names the card that stands for a layer,
 * which is the one of the folded group around it.
 */
export function wiresBetween(document: GraphDocument, units: readonly Unit[], cardOf: (node: NodeId) => string): UnitWires {
	const homes = new Map<string, { readonly unit: string; readonly y: number }>();
	for (const unit of units) {
		for (const [card, { y }] of unit.cards) homes.set(card, { unit: unit.key, y: y + PORT_Y });
	}
	const { places } = orderGraph(document);
	const wires = new Map<string, UnitWire>();
	const entries = new Set<string>();
	for (const edge of document.edges) {
		const source = homes.get(cardOf(edge.source));
		const target = homes.get(cardOf(edge.target));
		if (!source && target) entries.add(target.unit);
		if (!source || !target || source.unit === target.unit) continue;
		if ((places.get(edge.source) ?? 0) >= (places.get(edge.target) ?? 0)) continue;
		const wire = { source: source.unit, target: target.unit, sourceY: source.y, targetY: target.y };
		wires.set(JSON.stringify(wire), wire);
	}
	return { wires: [...wires.values()], entries };
}

/** Names the card that stands for a layer: its own, or the one of the outermost folded group around it within `place`. */
export function cardNamer(document: GraphDocument, place: GroupId | undefined): (node: NodeId) => string {
	const homes = new Map(document.nodes.map((node) => [node.id, node.group]));
	const depth = groupPath(document, place).length;
	return (node) => {
		const folded = groupPath(document, homes.get(node))
			.slice(depth)
			.find((group) => group.collapsed);
		return folded ? groupKey(folded.id) : node;
	};
}
