import type { GraphEdge, Position } from '#shared/graph/document.ts';

/** What actions may ask of the canvas that is on screen. */
export interface CanvasHandle {
	zoomIn(): void;
	zoomOut(): void;
	fitView(): void;
	/** Moves the view, if need be, so that the card of a layer or group (by its key) is seen. */
	reveal(thing: string): void;
	/** Gives the card of a layer or group (by its key) the keyboard focus. */
	focus(thing: string): void;
	/** Gives a wire the keyboard focus, so that it is read out. */
	focusWire(edge: GraphEdge): void;
	/** Canvas place of a point of the window, in pixels. */
	toCanvas(point: Position): Position;
	/** Canvas place in the middle of what is seen. */
	middle(): Position;
	/** Room of the canvas on screen, in pixels at a zoom of 1. */
	size(): { readonly width: number; readonly height: number };
}

/** The canvas on screen; `null` on the start page. */
export const canvasHandle: { current: CanvasHandle | null } = { current: null };

/** While the user has not moved the view, it shows the whole network, whatever is added and however panels change. */
export const view: { isWhole: boolean } = { isWhole: true };

/** Last point of the window over the canvas, and whether the user works there with the pointer. */
const pointer: { at: Position | null; isUsed: boolean } = { at: null, isUsed: false };

/** Where the pointer last was over the canvas, in window pixels. */
export function canvasPointer(): Position | null {
	return pointer.at;
}

/** True while the pointer, not the keyboard, works on the canvas: Tab then adds a layer instead of moving the focus. */
export function isCanvasPointed(): boolean {
	return pointer.isUsed;
}

/** Watches what the user works with; returns how to stop. */
export function trackPointer(canvas: HTMLElement): () => void {
	const onMove = (event: PointerEvent): void => {
		pointer.at = { x: event.clientX, y: event.clientY };
	};
	const onLeave = (): void => {
		pointer.at = null;
	};
	const onDown = (event: PointerEvent): void => {
		pointer.isUsed = event.target instanceof Node && canvas.contains(event.target);
	};
	const onKey = (event: KeyboardEvent): void => {
		// These are never the search, so they tell that the keyboard takes over.
		if ((event.key === 'Tab' && event.shiftKey) || event.key.startsWith('Arrow') || event.key === 'Enter') pointer.isUsed = false;
	};
	canvas.addEventListener('pointermove', onMove);
	canvas.addEventListener('pointerleave', onLeave);
	window.addEventListener('pointerdown', onDown, true);
	window.addEventListener('keydown', onKey, true);
	return () => {
		canvas.removeEventListener('pointermove', onMove);
		canvas.removeEventListener('pointerleave', onLeave);
		window.removeEventListener('pointerdown', onDown, true);
		window.removeEventListener('keydown', onKey, true);
	};
}
