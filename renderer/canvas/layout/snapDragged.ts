import type { GraphDocument, GroupId, Position } from '#shared/graph/document.ts';
import { CARD_SIZE } from '#shared/picture/cardGeometry.ts';
import { groupKey } from '#shared/picture/groupKey.ts';
import { useDocumentStore } from '../../document/documentStore.ts';
import { useViewStore } from '../../view/viewStore.ts';
import { boxesOf } from '../groups/boxesOf.ts';
import { sceneNow } from '../groups/sceneNow.ts';
import { snapBox } from './snap.ts';
import { useGuideStore, useSnapStore } from './snapStore.ts';
import type { Box } from './units.ts';

/** Neighbours further away than this draw nothing into line. */
const SIGHT = 1200;

type Places = readonly (readonly [key: string, position: Position])[];

/** Where dragged cards and frames go: in line with a neighbour or on the grid, all by the same step. Shows the guides. */
export function snapDragged(places: Places): Places {
	if (!useSnapStore.getState().isOn || places.length === 0) return places.map(([key, at]) => [key, round(at)]);
	const { boxes, homes, frames } = surroundings();
	const dragged = new Set(places.map(([key]) => key));
	const box = around(places.map(([key, at]) => ({ ...sizeOf(boxes, key), ...at })));
	const others = [...boxes].filter(([key, other]) => {
		if (dragged.has(key) || frames.has(key)) return false;
		// What moves along with a dragged frame is no neighbour of it.
		return !dragged.has(homes.get(key) ?? '') && isNear(box, other);
	});
	const { by, guides } = snapBox(
		box,
		others.map(([, other]) => other),
	);
	useGuideStore.setState({ guides });
	return places.map(([key, { x, y }]) => [key, { x: x + by.x, y: y + by.y }]);
}

export function endSnapping(): void {
	useGuideStore.setState({ guides: [] });
}

interface Surroundings {
	readonly document: GraphDocument | null;
	readonly inside: GroupId | null;
	readonly boxes: ReadonlyMap<string, Box>;
	/** Key of the group around each layer. */
	readonly homes: ReadonlyMap<string, string>;
	readonly frames: ReadonlySet<string>;
}

let known: Surroundings | null = null;

/** What stands on the canvas; made once for a whole drag, during which the document stays as it is. */
function surroundings(): Surroundings {
	const { document } = useDocumentStore.getState();
	const { inside } = useViewStore.getState();
	if (known && known.document === document && known.inside === inside) return known;
	const scene = sceneNow();
	const { nodes = [], frames = [] } = scene ?? {};
	known = {
		document,
		inside,
		boxes: scene ? boxesOf(scene) : new Map(),
		homes: new Map(nodes.flatMap(({ node }) => (node.group === undefined ? [] : [[node.id, groupKey(node.group)] as const]))),
		frames: new Set(frames.map(({ group }) => groupKey(group.id))),
	};
	return known;
}

function sizeOf(boxes: ReadonlyMap<string, Box>, key: string) {
	const { width, height } = boxes.get(key) ?? CARD_SIZE;
	return { width, height };
}

function around(boxes: readonly Box[]): Box {
	const x = Math.min(...boxes.map((box) => box.x));
	const y = Math.min(...boxes.map((box) => box.y));
	return {
		x,
		y,
		width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
		height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
	};
}

function isNear(a: Box, b: Box): boolean {
	return Math.abs(a.x - b.x) < SIGHT && Math.abs(a.y - b.y) < SIGHT;
}

function round({ x, y }: Position): Position {
	return { x: Math.round(x), y: Math.round(y) };
}
