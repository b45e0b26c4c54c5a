import { type RefObject, useEffect } from 'react';
import { useReactFlow } from 'reactflow';
import { CARD_SIZE } from '#shared/picture/cardGeometry.ts';
import { groupOfKey } from '#shared/picture/groupKey.ts';
import { isMotionReduced } from '../theme/appearance.ts';
import { canvasHandle, trackPointer, view } from './canvasHandle.ts';
import { viewOfAll } from './fit.ts';
import { edgeId } from './flowAdapter.ts';

const DURATION_MS = 160;

function duration(): number {
	return isMotionReduced() ? 0 : DURATION_MS;
}

const MARGIN = 32;
/** A network that would have to be smaller than this to be seen whole is followed instead. */
const SMALLEST_WHOLE = 0.5;

/** How far a card sticks out of the view on one axis; negative at its start, 0 inside. */
function overshoot(start: number, end: number, from: number, to: number): number {
	if (start < from + MARGIN) return start - from - MARGIN;
	return end > to - MARGIN ? end - to + MARGIN : 0;
}

/** Lends the canvas on screen to the actions, as long as it is there. */
export function useCanvasHandle(area: RefObject<HTMLDivElement | null>): void {
	const flow = useReactFlow();
	useEffect(() => {
		const element = area.current;
		if (!element) return;
		const box = (): DOMRect => element.getBoundingClientRect();
		canvasHandle.current = {
			zoomIn: () => {
				view.isWhole = false;
				void flow.zoomIn({ duration: duration() });
			},
			zoomOut: () => {
				view.isWhole = false;
				void flow.zoomOut({ duration: duration() });
			},
			// The new positions are drawn in the next frame.
			fitView: () => {
				view.isWhole = true;
				requestAnimationFrame(() => void flow.setViewport(viewOfAll(element), { duration: duration() }));
			},
			reveal: (id) => {
				requestAnimationFrame(() => {
					const node = flow.getNode(id);
					if (!node) return;
					const whole = viewOfAll(element);
					if (view.isWhole && whole.zoom >= SMALLEST_WHOLE) {
						void flow.setViewport(whole, { duration: duration() });
						return;
					}
					const { left, top, right, bottom } = box();
					const start = flow.flowToScreenPosition(node.position);
					const { width, height } = { ...CARD_SIZE, ...node.measured };
					const end = flow.flowToScreenPosition({ x: node.position.x + width, y: node.position.y + height });
					const dx = overshoot(start.x, end.x, left, right);
					const dy = overshoot(start.y, end.y, top, bottom);
					const { x, y, zoom } = flow.getViewport();
					if (dx !== 0 || dy !== 0) void flow.setViewport({ x: x - dx, y: y - dy, zoom }, { duration: duration() });
				});
			},
			focus: (id) => {
				requestAnimationFrame(() => {
					const group = groupOfKey(id);
					const card = element.querySelector(group === null ? `[data-node="${CSS.escape(id)}"]` : `[data-group="${CSS.escape(group)}"]`);
					if (card instanceof HTMLElement) card.focus({ preventScroll: true });
				});
			},
			focusWire: (edge) => {
				requestAnimationFrame(() => {
					const wire = element.querySelector(`[data-wire="${CSS.escape(edgeId(edge))}"] [role="img"]`);
					if (wire instanceof SVGElement) wire.focus({ preventScroll: true });
				});
			},
			toCanvas: (point) => flow.screenToFlowPosition(point),
			middle: () => {
				const { left, top, width, height } = box();
				return flow.screenToFlowPosition({ x: left + width / 2, y: top + height / 2 });
			},
			size: () => ({ width: box().width, height: box().height }),
		};
		const stopTracking = trackPointer(element);
		return () => {
			stopTracking();
			canvasHandle.current = null;
		};
	}, [flow, area]);
}
