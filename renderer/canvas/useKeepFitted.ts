import { type RefObject, useEffect } from 'react';
import { type OnMove, useReactFlow } from 'reactflow';
import { view } from './canvasHandle.ts';
import { viewOfAll } from './fit.ts';

/**
 * Shows the whole network at first, and keeps it in view when panels open, close or change their size, until the user moves the view.
 * Returns what tells apart the user's moves from ours: only those come with an event.
 */
export function useKeepFitted(area: RefObject<HTMLDivElement | null>): OnMove {
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
	return (event) => {
		if (event) view.isWhole = false;
	};
}
