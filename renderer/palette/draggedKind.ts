import type { DragEvent } from 'react';
import { endAim } from '../canvas/wireDrop/aimAtWire.ts';

/** Type under which a drag from the palette carries the id of a layer kind or piece. */
export const DRAGGED_KIND = 'application/x-layerloom-kind';

/** What is being dragged in this window: browsers keep what a drag carries secret until it is let go. */
export const dragged: { id: string | null } = { id: null };

/** For a button of the palette: what it stands for can be dragged onto the canvas. */
export function dragProps(id: string, isEnabled: boolean) {
	return {
		draggable: isEnabled,
		onDragStart: (event: DragEvent): void => {
			dragged.id = id;
			event.dataTransfer.setData(DRAGGED_KIND, id);
			event.dataTransfer.effectAllowed = 'copy';
		},
		onDragEnd: (): void => {
			dragged.id = null;
			endAim();
		},
	};
}
