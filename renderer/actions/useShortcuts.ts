import { useEffect } from 'react';
import { isCanvasPointed } from '../canvas/canvasHandle.ts';
import { useHost } from '../host.ts';
import { usePreferencesStore } from '../preferences/preferencesStore.ts';
import type { Action } from './action.ts';
import { canonicalChord, chordOf } from './chord.ts';
import { type KeyChoices, resolveKeys } from './keymap.ts';
import { actions } from './registry.ts';
import { runAction } from './runAction.ts';

const typedInto = new Set(['text', 'search', 'number', 'email', 'url', 'password', 'tel']);

function isField(target: EventTarget | null): boolean {
	if (target instanceof HTMLInputElement) return typedInto.has(target.type);
	return (
		target instanceof HTMLElement &&
		(target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement)
	);
}

/** A dialog that is open takes all keys, and so does a menu or list that has the focus. */
function isCovered({ target }: KeyboardEvent): boolean {
	const isInList = target instanceof Element && target.closest('[role="menu"], [role="listbox"], [role="dialog"]') !== null;
	return isInList || document.querySelector('[aria-modal="true"]') !== null;
}

/** Nothing has the focus, or something on the canvas that takes no keys of its own. */
function isOnCanvas({ target }: KeyboardEvent): boolean {
	if (target === document.body) return true;
	return target instanceof Element && target.closest('[role="application"]') !== null && target.closest('input, button, textarea') === null;
}

function byChord(choices: KeyChoices): ReadonlyMap<string, Action> {
	const ours = actions.filter((action) => !action.isSystemKey);
	return new Map(ours.flatMap((action) => resolveKeys(action, choices).map((keys) => [canonicalChord(keys), action] as const)));
}

/** Binds the keys of all actions to the window. Tab adds a layer only while the pointer works on the canvas, else it moves the focus. */
export function useShortcuts(): void {
	const host = useHost();
	const choices = usePreferencesStore((state) => state.keys);
	useEffect(() => {
		const keymap = byChord(choices);
		const onKeyDown = (event: KeyboardEvent): void => {
			if (event.defaultPrevented || isCovered(event)) return;
			const chord = chordOf(event);
			const action = chord === null ? undefined : keymap.get(chord);
			if (!action || (isField(event.target) && !action.worksInFields)) return;
			if (action.isCanvasKey && !isOnCanvas(event)) return;
			if ((chord === 'Tab' && !isCanvasPointed()) || !action.isEnabled()) return;
			event.preventDefault();
			runAction(action, { host });
		};
		document.addEventListener('keydown', onKeyDown);
		return () => document.removeEventListener('keydown', onKeyDown);
	}, [host, choices]);
}
