import type { GraphDocument, Position } from '#shared/graph/document.ts';
import type { Edit } from '#shared/graph/edit.ts';
import { findGroup } from '#shared/graph/groups.ts';
import { findNode } from '#shared/graph/query.ts';
import { groupOfKey } from '#shared/picture/groupKey.ts';
import type { Message } from '#shared/text/message.ts';
import { useDocumentStore } from '../../document/documentStore.ts';
import { glideFrom } from './glide.ts';

/** Brings cards to new places in one step of the history; they glide there where motion is welcome. Pinned layers stay. */
export function moveCards(positions: ReadonlyMap<string, Position>, label: Message): void {
	const { document, edit } = useDocumentStore.getState();
	if (!document) return;
	const edits = movesTo(document, positions);
	edit(edits, { label });
	glideFrom(document, [...positions.keys()]);
}

/** The edits that put cards at places, by the ids of layers and the keys of folded groups; pinned layers are left out. */
export function movesTo(document: GraphDocument, positions: ReadonlyMap<string, Position>): readonly Edit[] {
	const nodes: Record<string, Position> = {};
	const groups: Edit[] = [];
	for (const [key, position] of positions) {
		const group = groupOfKey(key);
		if (group !== null) {
			if (findGroup(document, group)) groups.push({ kind: 'setGroup', group, changes: { position } });
		} else if (findNode(document, key)?.pinned !== true) nodes[key] = position;
	}
	return [{ kind: 'moveNodes', positions: nodes }, ...groups];
}
