import type { GraphDocument, NodeId } from '#shared/graph/document.ts';
import type { Inference } from '#shared/inference/inference.ts';
import type { DragPositions } from './flowAdapter.ts';
import { CARD_SIZE, REGION_PADDING } from './geometry.ts';

export type RegionName = 'base' | 'head';

/** One part of the network as a background: where it lies on the canvas, and what it costs. */
export interface Region {
	readonly name: RegionName;
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
	readonly weights: number;
	/** Of the network's multiply-adds, between 0 and 1. */
	readonly share: number;
}

const names: readonly RegionName[] = ['base', 'head'];

/** Base and head, each around its cards; none for a network without parts. */
export function findRegions(document: GraphDocument, inference: Inference | null, drag: DragPositions | null): readonly Region[] {
	return names.flatMap((name) => {
		const members = document.nodes.filter((node) => node.role === name);
		if (members.length === 0) return [];
		const positions = members.map((node) => drag?.get(node.id) ?? node.position);
		const left = Math.min(...positions.map(({ x }) => x)) - REGION_PADDING.side;
		const top = Math.min(...positions.map(({ y }) => y)) - REGION_PADDING.top;
		const right = Math.max(...positions.map(({ x }) => x)) + CARD_SIZE.width + REGION_PADDING.side;
		const bottom = Math.max(...positions.map(({ y }) => y)) + CARD_SIZE.height + REGION_PADDING.bottom;
		const cost = sumCost(
			members.map((node) => node.id),
			inference,
		);
		return [{ name, x: left, y: top, width: right - left, height: bottom - top, ...cost }];
	});
}

function sumCost(nodes: readonly NodeId[], inference: Inference | null): { readonly weights: number; readonly share: number } {
	let weights = 0;
	let multiplyAdds = 0;
	for (const id of nodes) {
		const facts = inference?.nodes.get(id);
		weights += facts?.weightCount ?? 0;
		multiplyAdds += facts?.multiplyAdds ?? 0;
	}
	const all = inference?.totals.multiplyAdds ?? 0;
	return { weights, share: all > 0 ? multiplyAdds / all : 0 };
}
