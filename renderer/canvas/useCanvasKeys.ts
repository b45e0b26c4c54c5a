import type { FocusEvent, HTMLAttributes, KeyboardEvent } from 'react';
import type { GroupId } from '#shared/graph/document.ts';
import { groupKey } from '#shared/picture/groupKey.ts';
import { selectedNodes } from '../actions/guards.ts';
import { showInspector } from '../shell/useWindowClass.ts';
import { useViewStore } from '../view/viewStore.ts';
import { enterGroup } from './groups/inside.ts';

type CanvasKeys = Pick<HTMLAttributes<HTMLDivElement>, 'onKeyDown' | 'onFocus'>;

/** Keys on the canvas itself: the focus selects, Enter opens the settings or looks into a group, Escape lets go. */
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
	if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && focusedGroup(event.target) !== null) {
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
