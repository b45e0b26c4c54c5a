import type { DragEvent, HTMLAttributes } from 'react';
import { CARD_SIZE } from '#shared/picture/cardGeometry.ts';
import { canEdit } from '../actions/guards.ts';
import { addLayerAt } from '../palette/addLayer.ts';
import { DRAGGED_KIND, dragged } from '../palette/draggedKind.ts';
import { makerOf } from '../palette/insertable.ts';
import { canvasHandle } from './canvasHandle.ts';
import { aimNew, dropOnWire, endAim } from './wireDrop/aimAtWire.ts';

type DropEvents = Pick<HTMLAttributes<HTMLDivElement>, 'onDragOver' | 'onDragLeave' | 'onDrop'>;

/** A layer dragged from the palette goes onto the wire under the pointer, else it lands with its middle there. */
export function usePaletteDrop(): DropEvents {
	return { onDragOver, onDragLeave, onDrop };
}

function onDragOver(event: DragEvent): void {
	if (!event.dataTransfer.types.includes(DRAGGED_KIND) || !canEdit()) return;
	event.preventDefault();
	event.dataTransfer.dropEffect = 'copy';
	aimAt(dragged.id, event);
}

function onDragLeave(event: DragEvent): void {
	const { relatedTarget, currentTarget } = event;
	if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) endAim();
}

function onDrop(event: DragEvent): void {
	const kind = event.dataTransfer.getData(DRAGGED_KIND);
	const place = canvasHandle.current?.toCanvas({ x: event.clientX, y: event.clientY });
	if (!kind || !place || !canEdit()) return;
	event.preventDefault();
	aimAt(kind, event);
	if (!dropOnWire()) addLayerAt(kind, { x: place.x - CARD_SIZE.width / 2, y: place.y - CARD_SIZE.height / 2 });
}

function aimAt(id: string | null, { clientX, clientY }: DragEvent): void {
	const make = id === null ? null : makerOf(id);
	const place = canvasHandle.current?.toCanvas({ x: clientX, y: clientY });
	if (make && place) aimNew(make, place);
}
