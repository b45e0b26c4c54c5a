import { type ReactNode, useMemo } from 'react';
import { createPortal } from 'react-dom';
import { type ReactFlowState, useStore } from 'reactflow';

const canvasOf = ({ domNode }: ReactFlowState): HTMLDivElement | null => domNode;

/**
 * What moves and zooms with the cards without being one. React Flow's own `ViewportPortal` searches the whole page for its place
 * whenever anything moves, which is dear with many cards; the place stays the same as long as the canvas does.
 */
export function ViewLayer({ children }: { readonly children: ReactNode }) {
	const canvas = useStore(canvasOf);
	const place = useMemo(() => canvas?.querySelector('.react-flow__viewport-portal') ?? null, [canvas]);
	return place ? createPortal(children, place) : null;
}
