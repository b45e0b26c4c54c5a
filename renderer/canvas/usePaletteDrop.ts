import type { DragEvent, HTMLAttributes } from 'react';
import { canEdit } from '../actions/guards.ts';
import { addLayerAt } from '../palette/addLayer.ts';
import { DRAGGED_KIND } from '../palette/draggedKind.ts';
import { canvasHandle } from './canvasHandle.ts';
import { CARD_SIZE } from './geometry.ts';

type DropEvents = Pick<HTMLAttributes<HTMLDivElement>, 'onDragOver' | 'onDrop'>;

/** A layer dragged from the palette lands with its middle under the pointer. */
export function usePaletteDrop(): DropEvents {
	return { onDragOver, onDrop };
}

function onDragOver(event: DragEvent): void {
	if (!event.dataTransfer.types.includes(DRAGGED_KIND) || !canEdit()) return;
	event.preventDefault();
	event.dataTransfer.dropEffect = 'copy';
}

function onDrop(event: DragEvent): void {
	const kind = event.dataTransfer.getData(DRAGGED_KIND);
	const place = canvasHandle.current?.toCanvas({ x: event.clientX, y: event.clientY });
	if (!kind || !place || !canEdit()) return;
	event.preventDefault();
	addLayerAt(kind, { x: place.x - CARD_SIZE.width / 2, y: place.y - CARD_SIZE.height / 2 });
}
