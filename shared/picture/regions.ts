import type { GraphDocument, GraphGroup, NodeId } from '../graph/document.ts';
import { FRAME, type GroupBox } from '../graph/groupPlace.ts';
import { membersOf, roleOf } from '../graph/groups.ts';
import type { Inference } from '../inference/inference.ts';
import { CARD_SIZE, REGION_PADDING } from './cardGeometry.ts';
import type { Scene } from './scene.ts';

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
const none: readonly Region[] = [];

/** Base and head, each around its cards; none for a network without parts, and none while one looks into a group. */
export function findRegions(document: GraphDocument, inference: Inference | null, scene: Scene): readonly Region[] {
	if (scene.inside) return none;
	const regions = names.flatMap((name) => {
		const members = document.nodes.filter((node) => node.role === name);
		const boxes = boxesOf(document, scene, name);
		if (boxes.length === 0) return [];
		const left = Math.min(...boxes.map(({ x }) => x)) - REGION_PADDING.side;
		const top = Math.min(...boxes.map(({ y }) => y)) - REGION_PADDING.top;
		const right = Math.max(...boxes.map(({ x, width }) => x + width)) + REGION_PADDING.side;
		const bottom = Math.max(...boxes.map(({ y, height }) => y + height)) + REGION_PADDING.bottom;
		const cost = sumCost(
			members.map((node) => node.id),
			inference,
		);
		return [{ name, x: left, y: top, width: right - left, height: bottom - top, ...cost }];
	});
	return regions.length > 0 ? regions : none;
}

/** What belongs to a part as a whole: layers, and groups all of whose layers do. */
function boxesOf(document: GraphDocument, scene: Scene, name: RegionName) {
	const isOf = (group: GraphGroup): boolean => roleOf(membersOf(document, group.id)) === name;
	return [
		...scene.nodes.filter(({ node }) => node.role === name).map(({ position }) => ({ ...position, ...CARD_SIZE })),
		...scene.cards.filter(({ group }) => isOf(group)).map(({ position }) => ({ ...position, ...CARD_SIZE })),
		...scene.frames.filter(({ group }) => isOf(group)).map(({ box }) => inset(box)),
	];
}

/** A frame reaches into the region's own border, so that parts stay apart from each other as they are without frames. */
function inset({ x, y, width, height }: GroupBox) {
	return { x: x + FRAME.side / 2, y: y + FRAME.top / 4, width: width - FRAME.side, height: height - FRAME.top / 4 - FRAME.bottom / 2 };
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
