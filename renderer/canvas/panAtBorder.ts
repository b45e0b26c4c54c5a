import type { ReactFlowInstance } from 'reactflow';
import type { Position } from '#shared/graph/document.ts';
import { view } from './canvasHandle.ts';

const RIM_PX = 36;
const MOST_PX = 14;
/** What crosses the border zone on its way to a card is not meant to move the view. */
const WAIT_MS = 300;

/** Moves the view on while something that was taken up further inside is held at the border of the canvas, the faster the nearer. */
export function watchBorder(element: HTMLElement, flow: Pick<ReactFlowInstance, 'getViewport' | 'setViewport'>) {
	let frame: number | null = null;
	let at: Position = { x: 0, y: 0 };
	let wasInside = false;
	let atBorderSince: number | null = null;
	const stop = (): void => {
		if (frame !== null) cancelAnimationFrame(frame);
		frame = null;
		wasInside = false;
		atBorderSince = null;
	};
	const step = (now: number): void => {
		const { left, right, top, bottom } = element.getBoundingClientRect();
		const dx = push(at.x, left, right);
		const dy = push(at.y, top, bottom);
		frame = null;
		if (dx === 0 && dy === 0) {
			wasInside = true;
			atBorderSince = null;
			return;
		}
		if (!wasInside) return;
		frame = requestAnimationFrame(step);
		atBorderSince ??= now;
		if (now - atBorderSince < WAIT_MS) return;
		view.isWhole = false;
		const { x, y, zoom } = flow.getViewport();
		void flow.setViewport({ x: x + dx, y: y + dy, zoom });
	};
	return {
		/** Tells where in the window the pointer is. */
		follow: (point: Position): void => {
			at = point;
			frame ??= requestAnimationFrame(step);
		},
		stop,
	};
}

/** Pixels by which the view moves in one frame; 0 away from the border and outside of it. */
function push(at: number, from: number, to: number): number {
	if (at < from || at > to) return 0;
	const fromStart = at - from;
	const fromEnd = to - at;
	if (fromStart < RIM_PX) return Math.ceil(((RIM_PX - fromStart) / RIM_PX) * MOST_PX);
	if (fromEnd < RIM_PX) return -Math.ceil(((RIM_PX - fromEnd) / RIM_PX) * MOST_PX);
	return 0;
}
