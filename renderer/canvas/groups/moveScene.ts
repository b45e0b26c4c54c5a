import type { GraphDocument, Position } from '#shared/graph/document.ts';
import { boxOfGroup, type GroupBox } from '#shared/graph/groupPlace.ts';
import { isWithin } from '#shared/graph/groups.ts';
import { groupMembers } from '#shared/graph/query.ts';
import { groupKey } from '#shared/picture/groupKey.ts';
import { anchorsOf, type PortStub, type Scene, type SceneWire } from '#shared/picture/scene.ts';
import { makeStubs } from '#shared/picture/stubs.ts';

/** Positions during a drag, by the ids that the canvas knows cards by. */
export type DragPositions = ReadonlyMap<string, Position>;

/**
 * The scene while cards and frames are on their way. Asked for in every frame of a drag: whatever does not move, and every wire
 * that does not touch what moves, keeps its object.
 */
export function moveScene(document: GraphDocument, scene: Scene, drag: DragPositions): Scene {
	const places = settle(document, drag);
	const nodes = scene.nodes.map((shown) => moved(shown, places.get(shown.node.id)));
	const cards = scene.cards.map((card) => moved(card, places.get(groupKey(card.group.id))));
	const frames = scene.frames.map((frame) => {
		const box = boxOfGroup(document, frame.group, places, groupKey);
		return box && !isSameBox(box, frame.box) ? { ...frame, box } : frame;
	});
	const stubs = scene.inside ? moveStubs(document, scene, nodes, cards) : scene.stubs;
	const steps = stepsBetween(placesOf(scene.nodes, scene.cards, scene.stubs), placesOf(nodes, cards, stubs));
	return { ...scene, nodes, cards, frames, stubs, wires: scene.wires.map((wire) => moveWire(wire, steps)) };
}

/** Everything that moves with what is dragged: with a frame, all that is in it. */
function settle(document: GraphDocument, drag: DragPositions): DragPositions {
	const settled = new Map(drag);
	for (const group of document.groups) {
		const to = drag.get(groupKey(group.id));
		if (!to || group.collapsed) continue;
		const box = boxOfGroup(document, group);
		if (!box) continue;
		const by = { x: to.x - box.x, y: to.y - box.y };
		const members = groupMembers(document, group.id);
		for (const node of document.nodes) {
			if (members.has(node.id)) settled.set(node.id, add(node.position, by));
		}
		for (const inner of document.groups) {
			if (inner.collapsed && isWithin(document, inner.parent, group.id)) settled.set(groupKey(inner.id), add(inner.position, by));
		}
	}
	return settled;
}

function moved<Thing extends { readonly position: Position }>(thing: Thing, position: Position | undefined): Thing {
	return position && !isSamePlace(position, thing.position) ? { ...thing, position } : thing;
}

function moveStubs(document: GraphDocument, scene: Scene, nodes: Scene['nodes'], cards: Scene['cards']): readonly PortStub[] {
	if (!scene.inside) return [];
	const before = new Map(scene.stubs.map((stub) => [stub.id, stub]));
	return makeStubs(document, scene.inside, scene.cardOf, anchorsOf(nodes, cards), nodes, cards).map((stub) => {
		const known = before.get(stub.id);
		return known && isSamePlace(known.position, stub.position) ? known : stub;
	});
}

type Place = readonly [key: string, at: Position];

function placesOf(nodes: Scene['nodes'], cards: Scene['cards'], stubs: Scene['stubs']): readonly Place[] {
	return [
		...nodes.map(({ node, position }): Place => [node.id, position]),
		...cards.map(({ group, position }): Place => [groupKey(group.id), position]),
		...stubs.map(({ id, position }): Place => [id, position]),
	];
}

/** By how much each thing moved that did; stubs may come in another order. */
function stepsBetween(before: readonly Place[], after: readonly Place[]): ReadonlyMap<string, Position> {
	const old = new Map(before);
	return new Map(
		after.flatMap(([key, to]): Place[] => {
			const from = old.get(key);
			return from && from !== to ? [[key, { x: to.x - from.x, y: to.y - from.y }]] : [];
		}),
	);
}

function moveWire(wire: SceneWire, steps: ReadonlyMap<string, Position>): SceneWire {
	const start = steps.get(wire.source);
	const end = steps.get(wire.target);
	if (!start && !end) return wire;
	return { ...wire, from: start ? add(wire.from, start) : wire.from, to: end ? add(wire.to, end) : wire.to };
}

function add(a: Position, b: Position): Position {
	return { x: a.x + b.x, y: a.y + b.y };
}

function isSamePlace(a: Position, b: Position): boolean {
	return a === b || (a.x === b.x && a.y === b.y);
}

function isSameBox(a: GroupBox, b: GroupBox): boolean {
	return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
}
