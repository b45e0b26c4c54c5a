import { type Card, cardsIn, moveCards, pictureOf } from './cards.ts';
import type { GraphDocument, GraphGroup, GroupId, NodeId, Position } from './document.ts';
import type { Edit } from './edit.ts';
import { groupPath, groupsWithin, isWithin, membersOf } from './groups.ts';
import { CARD } from './place.ts';

/** Where groups lie on the canvas: as one card while folded, around their members while open. */

/** Between the border of an open group and the cards in it; the name stands in the room above. */
export const FRAME = { side: 16, top: 40, bottom: 16 } as const;

/** What an open group covers with its frame, in canvas pixels. */
export interface GroupBox {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
	/** Where its first card stands, and the one that it folds into, so that the wire from the left stays as it is. */
	readonly first: Position;
}

/** How many open groups lie around an item, up to `place`: each adds a border of its own. */
function bordersBetween(document: GraphDocument, home: GroupId | undefined, place: GroupId): number {
	const path = groupPath(document, home);
	return path.length - 1 - path.findIndex(({ id }) => id === place);
}

/** What a group covers when it is open; `null` for one without members. */
export function boxOfGroup(
	document: GraphDocument,
	group: GraphGroup,
	drag: ReadonlyMap<string, Position> | null = null,
	dragKey: (group: GroupId) => string = (id) => id,
): GroupBox | null {
	const items = cardsIn(document, group.id);
	if (items.length === 0) return null;
	let left = Number.POSITIVE_INFINITY;
	let top = Number.POSITIVE_INFINITY;
	let right = Number.NEGATIVE_INFINITY;
	let bottom = Number.NEGATIVE_INFINITY;
	let first: Position | null = null;
	for (const item of items) {
		const { x, y } = drag?.get(item.isGroup ? dragKey(item.id) : item.id) ?? item.position;
		const borders = bordersBetween(document, item.home, group.id) + 1;
		left = Math.min(left, x - borders * FRAME.side);
		top = Math.min(top, y - borders * FRAME.top);
		right = Math.max(right, x + CARD.width + borders * FRAME.side);
		bottom = Math.max(bottom, y + CARD.height + borders * FRAME.bottom);
		if (!first || x < first.x || (x === first.x && y < first.y)) first = { x, y };
	}
	return { x: left, y: top, width: right - left, height: bottom - top, first: first ?? { x: left, y: top } };
}

/** The innermost open group whose frame covers a point, of those that show while `place` is looked into. */
export function groupAt(document: GraphDocument, { x, y }: Position, place: GroupId | undefined): GroupId | undefined {
	const picture = new Set(cardsIn(document, place).flatMap(({ home }) => groupPath(document, home).map(({ id }) => id)));
	const depthOf = (group: GraphGroup): number => groupPath(document, group.id).length;
	const open = document.groups.filter((group) => picture.has(group.id) && group.id !== place && isWithin(document, group.id, place));
	const [innermost] = open
		.filter((group) => {
			const box = boxOfGroup(document, group);
			return box !== null && x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
		})
		.sort((a, b) => depthOf(b) - depthOf(a));
	return innermost?.id;
}

/** Moves all that is in a group, folded groups in it with what they hold. */
export function shiftInside(document: GraphDocument, id: GroupId, offset: Position): readonly Edit[] {
	if (offset.x === 0 && offset.y === 0) return [];
	const to = ({ x, y }: Position): Position => ({ x: x + offset.x, y: y + offset.y });
	const positions: Record<NodeId, Position> = {};
	for (const node of membersOf(document, id)) positions[node.id] = to(node.position);
	return [
		{ kind: 'moveNodes', positions },
		...groupsWithin(document, id).map((group): Edit => ({ kind: 'setGroup', group: group.id, changes: { position: to(group.position) } })),
	];
}

/** Cards around a group in the picture that it is a part of: the one of the nearest folded group around it. */
function neighbours(document: GraphDocument, group: GraphGroup): readonly Card[] {
	return cardsIn(document, pictureOf(document, group.parent)).filter(
		(item) => item.id !== group.id && !isWithin(document, item.home, group.id),
	);
}

/** How much further an open group reaches than its card does, to the right and down. */
function surplus(box: GroupBox): Position {
	return {
		x: Math.max(0, box.x + box.width - FRAME.side - box.first.x - CARD.width),
		y: Math.max(0, box.y + box.height - box.first.y - CARD.height),
	};
}

/** Moves what stands to the right of a folded group, and below it, out of the way of the frame that it will have. */
export function makeRoomFor(document: GraphDocument, group: GraphGroup, box: GroupBox): readonly Edit[] {
	return pushAway(document, group, box, box.first.x + CARD.width / 2, surplus(box));
}

/** Moves what stands beside a group from `right` on, and what stands below it. */
export function pushAway(document: GraphDocument, group: GraphGroup, box: GroupBox, right: number, by: Position): readonly Edit[] {
	return moveCards(neighbours(document, group), ({ position: { x, y } }) => {
		if (y >= box.first.y + CARD.height) return { x: 0, y: by.y };
		return { x: y + CARD.height > box.y && x >= right ? by.x : 0, y: 0 };
	});
}

/** The other way round: what stands behind a group that has folded moves up, unless cards would come to lie on each other. */
export function closeRoom(document: GraphDocument, group: GraphGroup, box: GroupBox): readonly Edit[] {
	const items = neighbours(document, group);
	const by = surplus(box);
	const right = box.x + box.width - FRAME.side;
	const offsets = new Map(
		items.map((item): [Card, Position] => {
			const { x, y } = item.position;
			if (y >= box.first.y + CARD.height) return [item, { x: 0, y: y >= box.y + box.height ? -by.y : 0 }];
			return [item, { x: y + CARD.height > box.y && x >= right ? -by.x : 0, y: 0 }];
		}),
	);
	const places = [box.first, ...items.map((item) => add(item.position, offsets.get(item)))];
	return hasCollision(places) ? [] : moveCards(items, (item) => offsets.get(item) ?? { x: 0, y: 0 });
}

function add(a: Position, b: Position = { x: 0, y: 0 }): Position {
	return { x: a.x + b.x, y: a.y + b.y };
}

function hasCollision(places: readonly Position[]): boolean {
	return places.some((a, index) =>
		places.slice(index + 1).some((b) => Math.abs(a.x - b.x) < CARD.width && Math.abs(a.y - b.y) < CARD.height),
	);
}
