import { getViewportForBounds, type Viewport } from 'reactflow';
import type { GraphDocument } from '#shared/graph/document.ts';
import { useDocumentStore } from '../document/documentStore.ts';
import { CARD_SIZE, REGION_PADDING } from './geometry.ts';

export const MIN_ZOOM = 0.1;
export const MAX_ZOOM = 2.5;

/** Room for the totals above the network, and a rim around it. */
const RIM = { top: '44px', right: '12px', bottom: '12px', left: '12px' } as const;

interface Bounds {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

/** What the whole network covers, with the regions around its cards; `null` while it has none. */
export function boundsOf({ nodes }: Pick<GraphDocument, 'nodes'>): Bounds | null {
	if (nodes.length === 0) return null;
	const left = Math.min(...nodes.map(({ position }) => position.x)) - REGION_PADDING.side;
	const top = Math.min(...nodes.map(({ position }) => position.y)) - REGION_PADDING.top;
	const right = Math.max(...nodes.map(({ position }) => position.x)) + CARD_SIZE.width + REGION_PADDING.side;
	const bottom = Math.max(...nodes.map(({ position }) => position.y)) + CARD_SIZE.height + REGION_PADDING.bottom;
	return { x: left, y: top, width: right - left, height: bottom - top };
}

/** The view that shows the whole network in an element, at its real size at the most. */
export function viewOfAll(element: HTMLElement): Viewport {
	const { document } = useDocumentStore.getState();
	const bounds = document && boundsOf(document);
	const { width, height } = element.getBoundingClientRect();
	if (!bounds) return { x: width / 2, y: height / 2, zoom: 1 };
	return getViewportForBounds(bounds, width, height, MIN_ZOOM, 1, RIM);
}
