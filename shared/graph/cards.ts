import type { GraphDocument, GroupId, NodeId, Position } from './document.ts';
import type { Edit } from './edit.ts';
import { findGroup, groupPath, isWithin } from './groups.ts';
import { findNode } from './query.ts';

/** Cards of the canvas: a folded group is one, and hides what is in it. */

/** The card of a layer, or of a folded group. */
export interface Card {
	/** Of the layer or the group. */
	readonly id: string;
	readonly position: Position;
	/** The group that it lies in; absent at the top level. */
	readonly home: GroupId | undefined;
	readonly isGroup: boolean;
}

/** Cards that show while `place` is looked into, at any depth of open groups. */
export function cardsIn(document: GraphDocument, place: GroupId | undefined): readonly Card[] {
	const homes = new Map<GroupId | undefined, boolean>();
	const isShown = (home: GroupId | undefined): boolean => {
		const known = homes.get(home);
		if (known !== undefined) return known;
		const made = isWithin(document, home, place) && foldedAround(document, home, place) === undefined;
		homes.set(home, made);
		return made;
	};
	return [
		...document.nodes
			.filter((node) => isShown(node.group))
			.map(({ id, position, group }): Card => ({ id, position, home: group, isGroup: false })),
		...document.groups
			.filter((group) => group.collapsed && group.id !== place && isShown(group.parent))
			.map(({ id, position, parent }): Card => ({ id, position, home: parent, isGroup: true })),
	];
}

/** The card that shows a layer while `place` is looked into: its own, or that of the folded group around it; `null` for one outside. */
export function cardOf(document: GraphDocument, id: NodeId, place: GroupId | undefined): Card | null {
	const node = findNode(document, id);
	if (!node || !isWithin(document, node.group, place)) return null;
	const folded = findGroup(document, foldedAround(document, node.group, place) ?? '');
	return folded
		? { id: folded.id, position: folded.position, home: folded.parent, isGroup: true }
		: { id, position: node.position, home: node.group, isGroup: false };
}

/** The picture that a group's members are part of: the inside of the nearest folded group around them, itself included. */
export function pictureOf(document: GraphDocument, home: GroupId | undefined): GroupId | undefined {
	return groupPath(document, home)
		.filter(({ collapsed }) => collapsed)
		.at(-1)?.id;
}

/** The outermost folded group around a home, within `place`. */
function foldedAround(document: GraphDocument, home: GroupId | undefined, place: GroupId | undefined): GroupId | undefined {
	const path = groupPath(document, home);
	const from = place === undefined ? 0 : path.findIndex(({ id }) => id === place) + 1;
	return path.slice(from).find(({ collapsed }) => collapsed)?.id;
}

/** Edits that move cards, each by its own way. */
export function moveCards(cards: readonly Card[], by: (card: Card) => Position): readonly Edit[] {
	const positions: Record<NodeId, Position> = {};
	const edits: Edit[] = [];
	for (const card of cards) {
		const offset = by(card);
		if (offset.x === 0 && offset.y === 0) continue;
		const position = { x: card.position.x + offset.x, y: card.position.y + offset.y };
		if (card.isGroup) edits.push({ kind: 'setGroup', group: card.id, changes: { position } });
		else positions[card.id] = position;
	}
	return Object.keys(positions).length === 0 ? edits : [{ kind: 'moveNodes', positions }, ...edits];
}
