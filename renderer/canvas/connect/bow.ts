import type { ReactFlowState } from 'reactflow';
import type { Position } from '#shared/graph/document.ts';

/** Brings what lies over the canvas to where the cards are. */
export const svgTransformOf = ({ transform: [x, y, zoom] }: ReactFlowState): string => `translate(${x} ${y}) scale(${zoom})`;

/** The way of a wire that is not made yet. */
export function bow(from: Position, to: Position): string {
	const bend = Math.min(96, Math.max(24, Math.abs(to.x - from.x) / 2));
	return `M${from.x} ${from.y}C${from.x + bend} ${from.y} ${to.x - bend} ${to.y} ${to.x} ${to.y}`;
}
