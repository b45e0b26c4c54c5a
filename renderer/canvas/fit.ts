import { getViewportForBounds, type Viewport } from 'reactflow';
import type { Position } from '#shared/graph/document.ts';
import { CARD_SIZE, REGION_PADDING, STUB_SIZE } from '#shared/picture/cardGeometry.ts';
import type { Scene } from '#shared/picture/scene.ts';
import { sceneNow } from './groups/sceneNow.ts';

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

/** What cards cover, with the regions around them; needs at least one. */
function boundsOfPositions(nodes: readonly { readonly position: Position }[]): Bounds {
	const left = Math.min(...nodes.map(({ position }) => position.x)) - REGION_PADDING.side;
	const top = Math.min(...nodes.map(({ position }) => position.y)) - REGION_PADDING.top;
	const right = Math.max(...nodes.map(({ position }) => position.x)) + CARD_SIZE.width + REGION_PADDING.side;
	const bottom = Math.max(...nodes.map(({ position }) => position.y)) + CARD_SIZE.height + REGION_PADDING.bottom;
	return { x: left, y: top, width: right - left, height: bottom - top };
}

/** What everything covers that the canvas shows; `null` while it shows nothing. */
function boundsOfScene({ nodes, cards, frames, stubs }: Scene): Bounds | null {
	const positions = [...nodes.map(({ position }) => ({ position })), ...cards];
	const boxes = [
		...(positions.length > 0 ? [boundsOfPositions(positions)] : []),
		...frames.map(({ box }) => box),
		...stubs.map(({ position }) => ({ ...position, ...STUB_SIZE })),
	];
	if (boxes.length === 0) return null;
	const x = Math.min(...boxes.map((box) => box.x));
	const y = Math.min(...boxes.map((box) => box.y));
	const right = Math.max(...boxes.map((box) => box.x + box.width));
	const bottom = Math.max(...boxes.map((box) => box.y + box.height));
	return { x, y, width: right - x, height: bottom - y };
}

/** The view that shows the whole network, or the group that is looked into, in an element, at its real size at the most. */
export function viewOfAll(element: HTMLElement): Viewport {
	const scene = sceneNow();
	const bounds = scene && boundsOfScene(scene);
	const { width, height } = element.getBoundingClientRect();
	if (!bounds) return { x: width / 2, y: height / 2, zoom: 1 };
	return getViewportForBounds(bounds, width, height, MIN_ZOOM, 1, RIM);
}
