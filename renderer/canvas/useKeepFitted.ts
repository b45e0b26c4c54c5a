import { type RefObject, useEffect, useRef } from 'react';
import { type OnMove, useReactFlow, type Viewport } from 'reactflow';
import type { GroupId } from '#shared/graph/document.ts';
import { view } from './canvasHandle.ts';
import { viewOfAll } from './fit.ts';

/**
 * Shows the whole network at first, and keeps it in view when panels open, close or change their size, until the user moves the view.
 * So for each group that is looked into; leaving it brings the view back that was there before. Returns what tells apart the user's
 * moves from ours: only those come with an event.
 */
export function useKeepFitted(area: RefObject<HTMLDivElement | null>, inside: GroupId | null): OnMove {
	const flow = useReactFlow();
	useEffect(() => {
		const element = area.current;
		if (!element) return;
		view.isWhole = true;
		const observer = new ResizeObserver(() => {
			if (view.isWhole) void flow.setViewport(viewOfAll(element));
		});
		observer.observe(element);
		return () => observer.disconnect();
	}, [flow, area]);
	const shown = useRef(inside);
	const left = useRef(new Map<GroupId | null, Viewport>());
	useEffect(() => {
		const element = area.current;
		if (!element || shown.current === inside) return;
		if (!view.isWhole) left.current.set(shown.current, flow.getViewport());
		else left.current.delete(shown.current);
		shown.current = inside;
		const before = left.current.get(inside);
		view.isWhole = before === undefined;
		void flow.setViewport(before ?? viewOfAll(element));
	}, [flow, area, inside]);
	return onMoveStart;
}

/** The same function each time: React Flow tells the whole canvas of a new one. */
const onMoveStart: OnMove = (event) => {
	if (event) view.isWhole = false;
};
