/** Type under which a drag from the palette carries the layer kind. */
export const DRAGGED_KIND = 'application/x-layerloom-kind';
