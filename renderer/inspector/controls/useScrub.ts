import { type RefObject, useEffect, useEffectEvent } from 'react';
import { swallowClick } from '../../canvas/swallowClick.ts';
import { useDocumentStore } from '../../document/documentStore.ts';
import { type Bounds, type Scrub, scrubbedValue, scrubOn } from './scrub.ts';

/** A press that moves less is a click, which types. */
const CLICK_PX = 3;

interface Drag {
	readonly on: HTMLElement;
	readonly pressedAt: number;
	lastX: number;
	scrub: Scrub;
	isMoving: boolean;
}

/**
 * Dragging a number box or its label sideways changes the number: Shift by tens, Ctrl finely, Escape takes it back. All of it is
 * one step to undo. A box that is being typed into is left alone, and so is a touch, which scrolls.
 */
export function useScrub(
	input: RefObject<HTMLInputElement | null>,
	value: unknown,
	bounds: Bounds,
	onScrub: (value: number) => void,
): void {
	const start = useEffectEvent((): Scrub | null =>
		typeof value === 'number' && Number.isFinite(value) ? { from: value, steps: 0, ...bounds } : null,
	);
	const tell = useEffectEvent((next: number): void => {
		if (next !== value) onScrub(next);
	});
	useEffect(() => {
		const box = input.current;
		if (!box) return;
		let drag: Drag | null = null;
		const onDown = (event: PointerEvent): void => {
			const scrub = start();
			const on = event.currentTarget;
			if (event.button !== 0 || event.pointerType === 'touch' || box.matches(':disabled') || document.activeElement === box) return;
			if (scrub && on instanceof HTMLElement) drag = { on, pressedAt: event.clientX, lastX: event.clientX, scrub, isMoving: false };
		};
		// The focus waits for the end of a click: text that is selected by the press could not be dragged across.
		const onMouseDown = (event: MouseEvent): void => {
			if (drag) event.preventDefault();
		};
		const onMove = (event: PointerEvent): void => {
			if (!drag || (!drag.isMoving && Math.abs(event.clientX - drag.pressedAt) < CLICK_PX)) return;
			if (!drag.isMoving) begin(drag, event.pointerId);
			drag.scrub = scrubOn(drag.scrub, event.clientX - drag.lastX, event);
			drag.lastX = event.clientX;
			tell(scrubbedValue(drag.scrub));
		};
		const begin = (begun: Drag, pointer: number): void => {
			begun.isMoving = true;
			begun.on.setPointerCapture(pointer);
			box.dataset.scrubbed = 'true';
			useDocumentStore.getState().beginGesture();
			window.addEventListener('keydown', onKey, true);
		};
		const end = (): void => {
			if (drag?.isMoving) {
				swallowClick();
				delete box.dataset.scrubbed;
				useDocumentStore.getState().endGesture();
				window.removeEventListener('keydown', onKey, true);
			}
			drag = null;
		};
		const onUp = (event: PointerEvent): void => {
			const isClick = drag !== null && !drag.isMoving && event.currentTarget === box;
			end();
			if (isClick) box.focus();
		};
		const onKey = (event: KeyboardEvent): void => {
			if (event.key !== 'Escape' || !drag) return;
			event.preventDefault();
			event.stopPropagation();
			tell(drag.scrub.from);
			useDocumentStore.getState().cancelGesture();
			end();
		};
		const handles: readonly HTMLElement[] = [box, ...(box.labels ?? [])];
		for (const handle of handles) {
			handle.dataset.scrub = 'true';
			handle.addEventListener('pointerdown', onDown);
			handle.addEventListener('mousedown', onMouseDown);
			handle.addEventListener('pointermove', onMove);
			handle.addEventListener('pointerup', onUp);
			handle.addEventListener('pointercancel', end);
		}
		return () => {
			end();
			for (const handle of handles) {
				handle.removeEventListener('pointerdown', onDown);
				handle.removeEventListener('mousedown', onMouseDown);
				handle.removeEventListener('pointermove', onMove);
				handle.removeEventListener('pointerup', onUp);
				handle.removeEventListener('pointercancel', end);
			}
		};
	}, [input]);
}
