import type { FocusEvent, HTMLAttributes, KeyboardEvent } from 'react';
import { message } from '#shared/text/message.ts';
import { canEdit, selectedNodes } from '../actions/guards.ts';
import { useDocumentStore } from '../document/documentStore.ts';
import { showInspector } from '../shell/useWindowClass.ts';
import { useViewStore } from '../view/viewStore.ts';

const FINE = 4;
const COARSE = 16;

const arrows: Readonly<Record<string, readonly [x: number, y: number]>> = {
	ArrowLeft: [-1, 0],
	ArrowRight: [1, 0],
	ArrowUp: [0, -1],
	ArrowDown: [0, 1],
};

type CanvasKeys = Pick<HTMLAttributes<HTMLDivElement>, 'onKeyDown' | 'onFocus'>;

/** Keys on the canvas itself: the focus selects, arrows move, Enter opens the settings, Escape lets go. */
export function useCanvasKeys(): CanvasKeys {
	return { onKeyDown, onFocus };
}

/** Focus that comes by keyboard selects the card, so that every command works on it. */
function onFocus(event: FocusEvent): void {
	const { target } = event;
	const node = target.getAttribute('data-node');
	if (node !== null && target.matches(':focus-visible')) useViewStore.getState().select([node]);
}

function onKeyDown(event: KeyboardEvent): void {
	if (event.defaultPrevented || !(event.target instanceof Element) || event.target.closest('input, button, textarea, [role="menu"]'))
		return;
	const arrow = arrows[event.key];
	if (arrow && !event.ctrlKey && !event.metaKey && !event.altKey) {
		if (nudge(arrow, event.shiftKey ? COARSE : FINE)) event.preventDefault();
	} else if (event.key === 'Enter' && selectedNodes().length > 0 && !event.ctrlKey && !event.metaKey) {
		event.preventDefault();
		useViewStore.getState().set({ inspectorTab: 'layer' });
		showInspector(true);
		requestAnimationFrame(focusInspector);
	} else if (event.key === 'Escape') {
		useViewStore.getState().select([]);
	}
}

function nudge([x, y]: readonly [number, number], step: number): boolean {
	const nodes = selectedNodes();
	if (nodes.length === 0 || !canEdit()) return false;
	const positions = Object.fromEntries(nodes.map(({ id, position }) => [id, { x: position.x + x * step, y: position.y + y * step }]));
	useDocumentStore.getState().edit([{ kind: 'moveNodes', positions }], {
		label: message('history.move', { count: nodes.length, name: nodes[0]?.name ?? '' }),
		mergeKey: `nudge ${nodes.map((node) => node.id).join(' ')}`,
	});
	return true;
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
