import type { GraphDocument, GraphGroup, GroupId, NodeId } from '#shared/graph/document.ts';
import { findGroup, groupPath } from '#shared/graph/groups.ts';
import { findNode } from '#shared/graph/query.ts';
import { groupKey } from '#shared/picture/groupKey.ts';
import { message } from '#shared/text/message.ts';
import { useDocumentStore } from '../../document/documentStore.ts';
import { currentFormatter } from '../../text/useText.ts';
import { announce } from '../../view/announce.ts';
import { useViewStore } from '../../view/viewStore.ts';
import { canvasHandle } from '../canvasHandle.ts';

// A group that an undo takes away, or another document, leaves one outside.
useDocumentStore.subscribe(({ document }, before) => {
	const { inside, set } = useViewStore.getState();
	if (inside === null || (document?.id === before.document?.id && document && findGroup(document, inside))) return;
	const path = before.document && document?.id === before.document.id ? groupPath(before.document, inside) : [];
	const left = [...path].reverse().find((group) => document && findGroup(document, group.id));
	set({ inside: left?.id ?? null });
});

/** The group that is looked into; `null` for the whole network. */
export function insideNow(document: GraphDocument): GraphGroup | null {
	const { inside } = useViewStore.getState();
	return inside === null ? null : (findGroup(document, inside) ?? null);
}

/** Looks into a group: the canvas shows what is in it alone. */
export function enterGroup(id: GroupId): void {
	const { document } = useDocumentStore.getState();
	const group = document && findGroup(document, id);
	if (!document || !group) return;
	useViewStore.getState().set({ inside: id, selection: new Set(), selectedEdge: null });
	const first = document.nodes.find((node) => node.group === id) ?? document.nodes.find((node) => isUnder(document, node.group, id));
	if (first) canvasHandle.current?.focus(first.group === id ? first.id : cardOf(document, first.id, id));
	announce(currentFormatter().text(message('announce.entered', { name: group.name })));
}

/** Looks at the group or the network around; the group that was left is selected. False at the top. */
export function leaveGroup(): boolean {
	const { document } = useDocumentStore.getState();
	const group = document && insideNow(document);
	if (!group) return false;
	showPlace(group.parent ?? null, groupKey(group.id));
	return true;
}

/** Looks into a group, or at the whole network, with one thing selected in it. */
export function showPlace(place: GroupId | null, selected: string | null): void {
	const { document } = useDocumentStore.getState();
	if (!document) return;
	useViewStore.getState().set({ inside: place, selection: new Set(selected === null ? [] : [selected]), selectedEdge: null });
	if (selected !== null) canvasHandle.current?.focus(selected);
	const name = place === null ? document.name : (findGroup(document, place)?.name ?? '');
	announce(currentFormatter().text(message(place === null ? 'announce.leftGroups' : 'announce.entered', { name })));
}

/** Makes a layer visible: looks into the folded group that hides it, or out of the one that it is not in. */
export function showLayer(id: NodeId): void {
	const { document } = useDocumentStore.getState();
	const node = document && findNode(document, id);
	if (document && node) showInPlace(document, node.group);
}

/** The same for the card or frame of a group. */
export function showGroup(id: GroupId): void {
	const { document } = useDocumentStore.getState();
	const group = document && findGroup(document, id);
	if (document && group) showInPlace(document, group.parent);
}

function showInPlace(document: GraphDocument, home: GroupId | undefined): void {
	const { inside, set } = useViewStore.getState();
	const path = groupPath(document, home);
	const from = inside === null ? 0 : path.findIndex((group) => group.id === inside) + 1;
	const isHidden = (inside !== null && from === 0) || path.slice(from).some((group) => group.collapsed);
	if (!isHidden) return;
	const place = [...path].reverse().find((group) => group.collapsed)?.id ?? null;
	set({ inside: place });
}

function isUnder(document: GraphDocument, home: GroupId | undefined, id: GroupId): boolean {
	return groupPath(document, home).some((group) => group.id === id);
}

/** What shows of a layer while one looks into `place`: itself, or the card of the folded group around it. */
function cardOf(document: GraphDocument, node: NodeId, place: GroupId): string {
	const path = groupPath(document, findNode(document, node)?.group);
	const folded = path.slice(path.findIndex((group) => group.id === place) + 1).find((group) => group.collapsed);
	return folded ? groupKey(folded.id) : node;
}
