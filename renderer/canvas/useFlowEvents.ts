import { useMemo } from 'react';
import type { ReactFlowProps } from 'reactflow';
import type { Position } from '#shared/graph/document.ts';
import { groupOfKey } from '#shared/picture/groupKey.ts';
import { message } from '#shared/text/message.ts';
import { canEdit } from '../actions/guards.ts';
import { useDocumentStore } from '../document/documentStore.ts';
import { showInspector } from '../shell/useWindowClass.ts';
import { useViewStore } from '../view/viewStore.ts';
import { beginBranch, endBranch, isBranching, moveBranch } from './branch/dragBranch.ts';
import { type CanvasFlowNode, edgeId as idOf, type LayerFlowEdge } from './flowAdapter.ts';
import { enterGroup } from './groups/inside.ts';
import { moveTo } from './groups/moveItems.ts';
import type { DragPositions } from './groups/moveScene.ts';
import { nameOf } from './groups/nameOf.ts';
import { endSnapping, snapDragged } from './layout/snapDragged.ts';
import { aimCard, dropOnWire } from './wireDrop/aimAtWire.ts';

type FlowEvents = Pick<
	ReactFlowProps<CanvasFlowNode, LayerFlowEdge>,
	| 'onNodesChange'
	| 'onEdgesChange'
	| 'onNodeDragStart'
	| 'onSelectionDragStart'
	| 'onNodeDragStop'
	| 'onSelectionDragStop'
	| 'onNodeDoubleClick'
	| 'onPaneClick'
>;

/** What React Flow tells, turned into edits and into what is looked at. A drag of many cards is one step. */
export function useFlowEvents(setDrag: (update: (before: DragPositions | null) => DragPositions | null) => void): FlowEvents {
	return useMemo(() => {
		const drop = (nodes: readonly CanvasFlowNode[]): void => {
			// React Flow tells where the pointer let go; the cards are where they have snapped.
			const places = new Map(snapDragged(nodes.map(({ id, position }) => [id, position])));
			if (isBranching()) endBranch(places);
			else if (!dropOnWire()) moveNodes(places);
			endSnapping();
			setDrag(() => null);
		};
		return {
			onNodesChange: (changes) => {
				const moved = changes.flatMap((change) =>
					change.type === 'position' && change.position && change.dragging ? [[change.id, change.position] as const] : [],
				);
				if (moved.length > 0) {
					const snapped = snapDragged(moved);
					if (isBranching()) {
						moveBranch(snapped);
						return;
					}
					const [only, ...others] = snapped;
					if (only && others.length === 0) aimCard(...only);
					setDrag((before) => new Map([...(before ?? []), ...snapped]));
				}
				const chosen = changes.flatMap((change) => (change.type === 'select' ? [change] : []));
				if (chosen.length === 0) return;
				const selection = new Set(useViewStore.getState().selection);
				for (const { id, selected } of chosen) {
					if (selected) selection.add(id);
					else selection.delete(id);
				}
				// A wire that is clicked comes first, then the layers that lose their selection to it.
				if (chosen.some(({ selected }) => selected)) useViewStore.getState().select(selection);
				else useViewStore.getState().set({ selection });
			},
			onEdgesChange: (changes) => {
				for (const change of changes) {
					if (change.type !== 'select') continue;
					const { selectedEdge } = useViewStore.getState();
					const edge = useDocumentStore.getState().document?.edges.find((candidate) => idOf(candidate) === change.id) ?? null;
					if (change.selected) useViewStore.getState().set({ selectedEdge: edge, selection: new Set() });
					else if (selectedEdge && idOf(selectedEdge) === change.id) useViewStore.getState().set({ selectedEdge: null });
				}
			},
			onNodeDragStart: ({ altKey }) => beginBranch(altKey),
			onSelectionDragStart: ({ altKey }) => beginBranch(altKey),
			onNodeDragStop: (_event, _node, nodes) => drop(nodes),
			onSelectionDragStop: (_event, nodes) => drop(nodes),
			onNodeDoubleClick: (event, { id }) => {
				const isName = event.target instanceof Element && event.target.closest('header') !== null;
				if (isName && canEdit()) {
					useViewStore.getState().set({ renaming: id });
					return;
				}
				const group = groupOfKey(id);
				if (group !== null) {
					enterGroup(group);
					return;
				}
				useViewStore.getState().set({ inspectorTab: 'layer' });
				showInspector(true);
			},
			onPaneClick: () => useViewStore.getState().select([]),
		};
	}, [setDrag]);
}

function moveNodes(places: ReadonlyMap<string, Position>): void {
	const { document, edit } = useDocumentStore.getState();
	if (!document) return;
	const edits = moveTo(document, places);
	const [first = ''] = places.keys();
	if (edits.length === 0) return;
	edit(edits, { label: message('history.move', { count: places.size, name: nameOf(document, first) }) });
}
