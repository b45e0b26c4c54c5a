import { Menu } from '@mantine/core';
import { type MouseEvent, useState } from 'react';
import { groupKey } from '#shared/picture/groupKey.ts';
import { ActionMenuItem } from '../actions/ActionMenuItem.tsx';
import type { Action } from '../actions/action.ts';
import { addLayer } from '../actions/addLayer.ts';
import { applyFirstFix } from '../actions/applyFirstFix.ts';
import { arranging } from '../actions/arranging.ts';
import { branchSelection } from '../actions/branchSelection.ts';
import { connectFromSelected } from '../actions/connectFromSelected.ts';
import { copySelection } from '../actions/copySelection.ts';
import { cutSelection } from '../actions/cutSelection.ts';
import { deleteSelection } from '../actions/deleteSelection.ts';
import { duplicateSelection } from '../actions/duplicateSelection.ts';
import { enterGroup } from '../actions/enterGroup.ts';
import { fitView } from '../actions/fitView.ts';
import { foldGroup } from '../actions/foldGroup.ts';
import { freezeNode } from '../actions/freezeNode.ts';
import { groupSelection } from '../actions/groupSelection.ts';
import { leaveGroup } from '../actions/leaveGroup.ts';
import { markBase } from '../actions/markBase.ts';
import { markHead } from '../actions/markHead.ts';
import { muteNode } from '../actions/muteNode.ts';
import { paste } from '../actions/paste.ts';
import { pinNode } from '../actions/pinNode.ts';
import { renameNode } from '../actions/renameNode.ts';
import { saveAsPiece } from '../actions/saveAsPiece.ts';
import { selectAll } from '../actions/selectAll.ts';
import { takeOutOfGroup } from '../actions/takeOutOfGroup.ts';
import { tidyLayout } from '../actions/tidyLayout.ts';
import { toggleSnap } from '../actions/toggleSnap.ts';
import { ungroupSelection } from '../actions/ungroupSelection.ts';
import { unmarkPart } from '../actions/unmarkPart.ts';
import { useDocumentStore } from '../document/documentStore.ts';
import { useText } from '../text/useText.ts';
import { useViewStore } from '../view/viewStore.ts';
import { edgeId } from './flowAdapter.ts';

type Thing = 'layer' | 'group' | 'wire' | 'canvas';

/** What can be done with the thing under the pointer; groups are parted by a line. */
const menus: Readonly<Record<Thing, readonly (readonly Action[])[]>> = {
	layer: [
		[renameNode, connectFromSelected, applyFirstFix],
		[cutSelection, copySelection, duplicateSelection, branchSelection],
		[muteNode, freezeNode, pinNode],
		[groupSelection, takeOutOfGroup, markBase, markHead, unmarkPart],
		[deleteSelection],
	],
	group: [
		[enterGroup, foldGroup, renameNode],
		[cutSelection, copySelection, duplicateSelection, branchSelection],
		[muteNode, freezeNode],
		[groupSelection, ungroupSelection, saveAsPiece, markBase, markHead, unmarkPart],
		[deleteSelection],
	],
	wire: [[deleteSelection]],
	canvas: [
		[leaveGroup, addLayer, paste],
		[selectAll, tidyLayout, toggleSnap, fitView],
	],
};

export interface MenuPlace {
	readonly thing: Thing;
	readonly x: number;
	readonly y: number;
}

/** Opens the menu of what was clicked with the right button, or by the menu key; the thing is selected first. */
export function useContextMenu() {
	const [place, setPlace] = useState<MenuPlace | null>(null);
	const onContextMenu = (event: MouseEvent): void => {
		if (!(event.target instanceof Element) || event.target.closest('input, textarea')) return;
		event.preventDefault();
		setPlace({ thing: pick(event.target), ...pointOf(event) });
	};
	return { place, close: () => setPlace(null), onContextMenu };
}

/** Selects what stands at the place, unless it is selected with others already. */
function pick(target: Element): Thing {
	const { selection, select, set } = useViewStore.getState();
	const node = target.closest('[data-node]')?.getAttribute('data-node');
	if (node != null) {
		if (!selection.has(node)) select([node]);
		return 'layer';
	}
	const group = target.closest('[data-group]')?.getAttribute('data-group');
	if (group != null) {
		if (!selection.has(groupKey(group))) select([groupKey(group)]);
		return 'group';
	}
	const wire = target.closest('.react-flow__edge')?.getAttribute('data-id');
	const edge = useDocumentStore.getState().document?.edges.find((candidate) => edgeId(candidate) === wire);
	if (!edge) return 'canvas';
	set({ selectedEdge: edge, selection: new Set() });
	return 'wire';
}

/** The menu key has no place of its own: the thing's middle then. */
function pointOf(event: MouseEvent): { readonly x: number; readonly y: number } {
	if (event.clientX !== 0 || event.clientY !== 0) return { x: event.clientX, y: event.clientY };
	const box = (event.target as Element).getBoundingClientRect();
	return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
}

/** The menu itself; made of the same actions as the menu bar and the keys. */
export function ContextMenu({ place, close }: { readonly place: MenuPlace; readonly close: () => void }) {
	const { t } = useText();
	return (
		<Menu
			opened
			onChange={(isOpen) => (isOpen ? undefined : close())}
			position="bottom-start"
			width={224}
			withinPortal={false}
			floatingStrategy="fixed"
			shadow="md"
			offset={2}
			returnFocus
		>
			<Menu.Target>
				<span aria-hidden style={{ position: 'fixed', left: place.x, top: place.y, width: 1, height: 1 }} />
			</Menu.Target>
			<Menu.Dropdown aria-label={t(`canvas.menu.${place.thing}`)}>
				{menus[place.thing].map((group, index) => [
					index > 0 ? <Menu.Divider key={`line ${group[0]?.name}`} /> : null,
					...group.map((action) => <ActionMenuItem key={action.name} action={action} />),
				])}
				{place.thing === 'layer' || place.thing === 'group' ? (
					<Menu.Sub>
						<Menu.Sub.Target>
							<Menu.Sub.Item>{t('action.group.arrange')}</Menu.Sub.Item>
						</Menu.Sub.Target>
						<Menu.Sub.Dropdown>
							{arranging.map((action) => (
								<ActionMenuItem key={action.name} action={action} />
							))}
						</Menu.Sub.Dropdown>
					</Menu.Sub>
				) : null}
			</Menu.Dropdown>
		</Menu>
	);
}
