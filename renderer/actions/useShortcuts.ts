import { getHotkeyHandler } from '@mantine/hooks';
import { useEffect } from 'react';
import { isCanvasPointed } from '../canvas/canvasHandle.ts';
import { useHost } from '../host.ts';
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

/** Binds the keys of all actions to the window. Tab adds a layer only while the pointer works on the canvas, else it moves the focus. */
export function useShortcuts(): void {
	const host = useHost();
	useEffect(() => {
		const onKeyDown = (event: KeyboardEvent): void => {
			if (event.defaultPrevented || isCovered(event)) return;
			const inField = isField(event.target);
			for (const action of actions) {
				if (action.isSystemKey) continue;
				if (inField && !action.worksInFields) continue;
				for (const key of action.keys ?? []) {
					if (key === 'Tab' && !isCanvasPointed()) continue;
					getHotkeyHandler([
						[
							key,
							() => {
								if (!action.isEnabled()) return;
								event.preventDefault();
								runAction(action, { host });
							},
							{ preventDefault: false },
						],
					])(event);
				}
			}
		};
		document.addEventListener('keydown', onKeyDown);
		return () => document.removeEventListener('keydown', onKeyDown);
	}, [host]);
}
