import type { ELK } from 'elkjs/lib/elk-api.js';
import type { GraphDocument, GroupId, Position } from '#shared/graph/document.ts';
import { CARD } from '#shared/graph/place.ts';
import { groupKey } from '#shared/picture/groupKey.ts';
import { itemOf } from '../groups/nameOf.ts';
import { columnsOf, openLoops } from './columns.ts';
import { type Column, lanesOf } from './lanes.ts';
import { crossingsAfter, foldRows } from './rows.ts';
import { COLUMN_GAP, clearObstacles, stackRows, widthInColumn } from './stack.ts';
import {
	type Box,
	boundsOfUnits,
	cardNamer,
	cardUnit,
	frameUnit,
	membersAt,
	roleOfGroup,
	type Unit,
	type UnitWires,
	wiresBetween,
} from './units.ts';

/** What a layout goes by. */
export interface Wishes {
	readonly elk: Pick<ELK, 'layout'>;
	/** The window to fill, in pixels at a zoom of 1: rows are as long as shows the network largest in it. */
	readonly view: { readonly width: number; readonly height: number };
}

/** Which units of a place are laid out, and around what. */
export interface Part {
	readonly isChosen: (key: string) => boolean;
	readonly obstacles: readonly Box[];
	/** Longest row, in pixels; `null` lets the view decide. */
	readonly room: number | null;
}

const everything: Part = { isChosen: () => true, obstacles: [], room: null };

/**
 * Where every card of a place goes (a group, or the top level), those of open groups in it included: rows along the flow of the
 * data, base above head, the longest way straight and shortcuts beside it. Pinned layers keep their places, and what else would
 * lie on them stands beside them. Answers the same for the same document.
 */
export async function arrange(
	document: GraphDocument,
	place: GroupId | undefined,
	wishes: Wishes,
	part: Part = everything,
): Promise<ReadonlyMap<string, Position>> {
	const cards = new Map<string, Position>();
	const { units, places } = await placeUnits(document, place, wishes, part);
	for (const unit of units) {
		const at = places.get(unit.key);
		if (!at) continue;
		for (const [card, { x, y }] of unit.cards) cards.set(card, { x: at.x + x, y: at.y + y });
	}
	return cards;
}

interface Placed {
	readonly units: readonly Unit[];
	readonly places: ReadonlyMap<string, Position>;
}

async function placeUnits(document: GraphDocument, place: GroupId | undefined, wishes: Wishes, part: Part): Promise<Placed> {
	const units = await unitsAt(document, place, wishes, part);
	if (units.length === 0) return { units, places: new Map() };
	const wiring = wiresBetween(document, units, cardNamer(document, place));
	const sections = await Promise.all(sectionsOf(units).map((section) => measure(section, wiring, wishes.elk)));
	const rows = chooseRows(sections, units, place === undefined ? part.room : (part.room ?? INSIDE_ROOM), wishes.view);
	return { units, places: settle(document, units, rows, part.obstacles) };
}

async function unitsAt(document: GraphDocument, place: GroupId | undefined, wishes: Wishes, part: Part): Promise<readonly Unit[]> {
	const { nodes, folded, open } = membersAt(document, place);
	const units: Unit[] = [];
	for (const node of nodes) {
		if (part.isChosen(node.id)) units.push(cardUnit(node.id, node.role, node.pinned ? node.position : null));
	}
	for (const group of folded) {
		if (part.isChosen(groupKey(group))) units.push(cardUnit(groupKey(group), roleOfGroup(document, group), null));
	}
	for (const group of open) {
		if (!part.isChosen(groupKey(group))) continue;
		const inner = await placeUnits(document, group, wishes, everything);
		units.push(frameUnit(groupKey(group), roleOfGroup(document, group), inner.units, inner.places));
	}
	return units;
}

/** Base, layers of no part, head: each in rows of its own. */
function sectionsOf(units: readonly Unit[]): readonly (readonly Unit[])[] {
	return (['base', undefined, 'head'] as const)
		.map((role) => units.filter((unit) => unit.role === role))
		.filter((section) => section.length > 0);
}

/** A part of the network as one long row. */
interface Section {
	readonly columns: readonly Column[];
	readonly widths: readonly number[];
	readonly crossing: readonly number[];
}

async function measure(section: readonly Unit[], { wires, entries }: UnitWires, elk: Wishes['elk']): Promise<Section> {
	const keys = new Set(section.map(({ key }) => key));
	const fed = wires.filter(({ source, target }) => keys.has(target) && !keys.has(source)).map(({ target }) => target);
	const { units, wires: own } = openLoops(
		section,
		wires.filter(({ source, target }) => keys.has(source) && keys.has(target)),
	);
	const found = columnsOf(units, own, new Set([...fed, ...entries].filter((key) => keys.has(key))));
	const columns = await lanesOf(elk, units, own, found);
	const byKey = new Map(units.map((unit) => [unit.key, unit]));
	const widthOf = (key: string): number => {
		const unit = byKey.get(key);
		return unit ? widthInColumn(unit) : 0;
	};
	const places = new Map(columns.flatMap((column, index) => [...column.keys()].map((key) => [key, index] as const)));
	return {
		columns,
		widths: columns.map((column) => Math.max(...[...column.keys()].map(widthOf))),
		crossing: crossingsAfter(places, own, columns.length),
	};
}

const FEWEST_COLUMNS = 4;
const MOST_COLUMNS = 16;
/** Longest row inside an open group: longer than any block of the usual networks. */
const INSIDE_ROOM = roomOf(12);
/** What a wire torn by a break weighs against the size at which the network shows. */
const TORN_WEIGHT = 0.08;

function roomOf(columns: number): number {
	return columns * CARD.columnStep - COLUMN_GAP;
}

type PlacedRows = readonly ReadonlyMap<string, Position>[];

function chooseRows(sections: readonly Section[], units: readonly Unit[], room: number | null, view: Wishes['view']): PlacedRows {
	const byKey = new Map(units.map((unit) => [unit.key, unit]));
	const rooms = room === null ? candidates() : [Math.max(room, roomOf(FEWEST_COLUMNS))];
	let best: PlacedRows = [];
	let highest = Number.NEGATIVE_INFINITY;
	for (const width of rooms) {
		const broken = sections.map((section) => breakRows(section, width));
		const placed = stackRows(
			broken.flatMap(({ rows }) => rows),
			byKey,
		);
		const torn = broken.reduce((sum, each) => sum + each.torn, 0);
		const bounds = boundsOfUnits(units, merge(placed));
		const score = Math.min(1, view.width / bounds.width, view.height / bounds.height) / (1 + TORN_WEIGHT * torn);
		if (score <= highest) continue;
		highest = score;
		best = placed;
	}
	return best;
}

function candidates(): readonly number[] {
	return Array.from({ length: MOST_COLUMNS - FEWEST_COLUMNS + 1 }, (_, index) => roomOf(FEWEST_COLUMNS + index));
}

function breakRows({ columns, widths, crossing }: Section, room: number) {
	const { starts, torn } = foldRows(widths, COLUMN_GAP, crossing, room);
	return { rows: starts.map((start, index) => columns.slice(start, starts[index + 1])), torn };
}

function merge(rows: PlacedRows): ReadonlyMap<string, Position> {
	return new Map(rows.flatMap((row) => [...row]));
}

/** Rows at their place on the canvas: where the cards are now, or so that the first pinned card is where it stays. */
function settle(
	document: GraphDocument,
	units: readonly Unit[],
	rows: PlacedRows,
	obstacles: readonly Box[],
): ReadonlyMap<string, Position> {
	const byKey = new Map(units.map((unit) => [unit.key, unit]));
	const fixed = units.filter((unit) => unit.fixedAt !== null);
	const offset = offsetOf(document, units, merge(rows));
	const inTheWay = [...obstacles, ...fixed.map(({ fixedAt, width, height }) => ({ x: 0, y: 0, ...fixedAt, width, height }))];
	const places = new Map<string, Position>();
	for (const row of rows) {
		const free = new Map(
			[...row].filter(([key]) => !byKey.get(key)?.fixedAt).map(([key, { x, y }]) => [key, { x: x + offset.x, y: y + offset.y }]),
		);
		for (const [key, at] of clearObstacles(free, byKey, inTheWay)) places.set(key, at);
	}
	for (const { key, fixedAt } of fixed) if (fixedAt) places.set(key, fixedAt);
	return places;
}

function offsetOf(document: GraphDocument, units: readonly Unit[], places: ReadonlyMap<string, Position>): Position {
	const anchor = units.find((unit) => unit.fixedAt !== null);
	const at = anchor && places.get(anchor.key);
	if (anchor?.fixedAt && at) return { x: anchor.fixedAt.x - at.x, y: anchor.fixedAt.y - at.y };
	const before: Position[] = [];
	const after: Position[] = [];
	for (const unit of units) {
		const { x, y } = places.get(unit.key) ?? { x: 0, y: 0 };
		for (const [card, offset] of unit.cards) {
			before.push(itemOf(document, card)?.position ?? { x: 0, y: 0 });
			after.push({ x: x + offset.x, y: y + offset.y });
		}
	}
	const from = topLeft(before);
	const to = topLeft(after);
	return { x: Math.round(from.x - to.x), y: Math.round(from.y - to.y) };
}

function topLeft(positions: readonly Position[]): Position {
	return { x: Math.min(...positions.map(({ x }) => x)), y: Math.min(...positions.map(({ y }) => y)) };
}
