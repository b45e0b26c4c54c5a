import type { GraphDocument, GraphGroup, GraphNode } from '#shared/graph/document.ts';
import { groupMembers } from '#shared/graph/query.ts';
import { groupKey } from '#shared/picture/groupKey.ts';
import { useDocumentStore } from '../document/documentStore.ts';
import { isTraining, useTrainingStore } from '../training/trainingStore.ts';
import { useViewStore } from '../view/viewStore.ts';

/** A document is on the canvas. */
export function isOnCanvas(): boolean {
	return useViewStore.getState().page === 'canvas' && useDocumentStore.getState().document !== null;
}

/** The document is not locked by a run. */
export function isUnlocked(): boolean {
	return isOnCanvas() && !isTraining(useTrainingStore.getState());
}

/** The network may be changed: in Build, and not while it trains. */
export function canEdit(): boolean {
	return isUnlocked() && useViewStore.getState().mode === 'build';
}

/** So many cards are selected, and may be moved. */
export function canArrange(atLeast: number): boolean {
	return canEdit() && selectedGroups().length + selectedNodesAlone().length >= atLeast;
}

/** The open document; an action that calls it is enabled only with one. */
export function openDocumentOrThrow(): GraphDocument {
	const { document } = useDocumentStore.getState();
	if (!document) throw new Error('an action that needs a document ran without one');
	return document;
}

/** Selected nodes that still exist, in document order, and all that are in selected groups. */
export function selectedNodes(): readonly GraphNode[] {
	const { document } = useDocumentStore.getState();
	if (!document) return [];
	const groups = selectedGroups();
	if (groups.length === 0) return selectedNodesAlone();
	const { selection } = useViewStore.getState();
	const members = new Set(groups.flatMap((group) => [...groupMembers(document, group.id)]));
	return document.nodes.filter((node) => selection.has(node.id) || members.has(node.id));
}

/** Nodes that are selected themselves, not through a group. */
export function selectedNodesAlone(): readonly GraphNode[] {
	const { selection } = useViewStore.getState();
	return useDocumentStore.getState().document?.nodes.filter((node) => selection.has(node.id)) ?? [];
}

/** Selected groups that still exist, in document order. */
export function selectedGroups(): readonly GraphGroup[] {
	const { selection } = useViewStore.getState();
	return useDocumentStore.getState().document?.groups.filter((group) => selection.has(groupKey(group.id))) ?? [];
}
