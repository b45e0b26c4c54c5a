import type { FocusEvent, HTMLAttributes, KeyboardEvent } from 'react';
import type { GroupId } from '#shared/graph/document.ts';
import { message } from '#shared/text/message.ts';
import { canEdit, openDocumentOrThrow, selectedNodes } from '../actions/guards.ts';
import { useDocumentStore } from '../document/documentStore.ts';
import { showInspector } from '../shell/useWindowClass.ts';
import { groupKey } from '../view/groupKey.ts';
import { useViewStore } from '../view/viewStore.ts';
import { enterGroup } from './groups/inside.ts';
import { moveBy } from './groups/moveItems.ts';

const FINE = 4;
const COARSE = 16;

const arrows: Readonly<Record<string, readonly [x: number, y: number]>> = {
	ArrowLeft: [-1, 0],
	ArrowRight: [1, 0],
	ArrowUp: [0, -1],
	ArrowDown: [0, 1],
};

type CanvasKeys = Pick<HTMLAttributes<HTMLDivElement>, 'onKeyDown' | 'onFocus'>;

/** Keys on the canvas itself: the focus selects, arrows move, Enter opens the settings or looks into a group, Escape lets go. */
export function useCanvasKeys(): CanvasKeys {
	return { onKeyDown, onFocus };
}

/** Focus that comes by keyboard selects the card, so that every command works on it. */
function onFocus(event: FocusEvent): void {
	const { target } = event;
	const node = target.getAttribute('data-node');
	const group = target.getAttribute('data-group');
	const key = node ?? (group === null ? null : groupKey(group));
	if (key !== null && target.matches(':focus-visible')) useViewStore.getState().select([key]);
}

function onKeyDown(event: KeyboardEvent): void {
	if (event.defaultPrevented || !(event.target instanceof Element) || event.target.closest('input, button, textarea, [role="menu"]'))
		return;
	const arrow = arrows[event.key];
	if (arrow && !event.ctrlKey && !event.metaKey && !event.altKey) {
		if (nudge(arrow, event.shiftKey ? COARSE : FINE)) event.preventDefault();
	} else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && focusedGroup(event.target) !== null) {
		event.preventDefault();
		enterGroup(focusedGroup(event.target) ?? '');
	} else if (event.key === 'Enter' && selectedNodes().length > 0 && !event.ctrlKey && !event.metaKey) {
		event.preventDefault();
		useViewStore.getState().set({ inspectorTab: 'layer' });
		showInspector(true);
		requestAnimationFrame(focusInspector);
	} else if (event.key === 'Escape') {
		const { selection, selectedEdge, select } = useViewStore.getState();
		if (selection.size === 0 && !selectedEdge) return;
		select([]);
		event.preventDefault();
	}
}

function nudge([x, y]: readonly [number, number], step: number): boolean {
	const nodes = selectedNodes();
	if (nodes.length === 0 || !canEdit()) return false;
	const keys = [...useViewStore.getState().selection];
	useDocumentStore.getState().edit(moveBy(openDocumentOrThrow(), keys, { x: x * step, y: y * step }), {
		label: message('history.move', { count: nodes.length, name: nodes[0]?.name ?? '' }),
		mergeKey: `nudge ${keys.join(' ')}`,
	});
	return true;
}

function focusedGroup(target: Element): GroupId | null {
	return target.getAttribute('data-group');
}

/** The first setting of the layer, else its name, else the tab. */
function focusInspector(): void {
	const panel = document.querySelector('[data-inspector]');
	const field =
		panel?.querySelector('[data-field] :is(input, select, textarea)') ??
		panel?.querySelector('[role="tabpanel"] :is(input, button)') ??
		panel?.querySelector('[role="tab"]');
	if (field instanceof HTMLElement) field.focus();
}
