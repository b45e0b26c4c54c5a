import type { Position } from '../graph/document.ts';
import { CARD } from '../graph/place.ts';
import { PORT_Y, REGION_PADDING } from './cardGeometry.ts';

const CORNER = 8;
/** How far a wire runs straight out of a port before it turns. */
const STUB = 12;
const LABEL_LIFT = 10;
/** Wires that share a lane keep this far apart, and so do their labels along it. */
const TRACK_STEP = 8;
const LABEL_STEP = 88;

export interface WirePath {
	/** SVG path data. */
	readonly path: string;
	/** Middle of the label, above the wire. */
	readonly label: Position;
}

/**
 * The way of a wire between two ports: straight between neighbours, one step where the rows differ, and through the lane
 * between the rows where it goes back to the left or has to pass other cards. Wires in one lane take different tracks.
 */
export function routeWire(source: Position, target: Position, track = 0): WirePath {
	const points = wirePoints(source, target, track);
	if (points.length === 2) return straight(source, target);
	return { path: roundedPath(points), label: isNeighbour(source, target) ? stepLabel(source, target) : laneLabel(points, track) };
}

/** The corners of a wire's way, its ends with them. */
export function wirePoints(source: Position, target: Position, track = 0): readonly Position[] {
	if (!isNeighbour(source, target)) return lanePoints(source, target, track);
	if (Math.abs(target.y - source.y) < 0.5) return [source, target];
	const middle = (source.x + target.x) / 2;
	return [source, { x: middle, y: source.y }, { x: middle, y: target.y }, target];
}

/** Close enough to the right that no card can stand between. */
function isNeighbour(source: Position, target: Position): boolean {
	const dx = target.x - source.x;
	return dx >= 2 * STUB && dx < CARD.columnStep;
}

/** Line width that tells few values from many: 84 → 1.2, 4,704 → 3.5 pixels. */
export function wireWidth(values: number): number {
	return Math.max(1, 0.4 * Math.log2(Math.max(1, values)) - 1.4);
}

function straight(source: Position, target: Position): WirePath {
	return {
		path: `M${source.x} ${source.y}H${target.x}`,
		label: { x: (source.x + target.x) / 2, y: source.y - LABEL_LIFT },
	};
}

function stepLabel(source: Position, target: Position): Position {
	return { x: (source.x + target.x) / 2, y: Math.min(source.y, target.y) - LABEL_LIFT };
}

function lanePoints(source: Position, target: Position, track: number): readonly Position[] {
	const out = source.x + STUB;
	const into = target.x - STUB;
	const lane = laneBetween(source.y, target.y) + trackOffset(track);
	return [source, { x: out, y: source.y }, { x: out, y: lane }, { x: into, y: lane }, { x: into, y: target.y }, target];
}

function laneLabel(points: readonly Position[], track: number): Position {
	const [, , start = { x: 0, y: 0 }, end = start] = points;
	return { x: (start.x + end.x) / 2 + track * LABEL_STEP, y: start.y - LABEL_LIFT + 3 };
}

/** 0, 8, −8, 16 … from the middle of the lane. */
function trackOffset(track: number): number {
	return Math.ceil(track / 2) * TRACK_STEP * (track % 2 === 1 ? 1 : -1);
}

/**
 * Tracks for the wires of one canvas, in order: 0 where a wire has its lane for itself. Takes the places of the wires'
 * ends and gives each a number; wires of different lanes do not count for each other.
 */
export function assignTracks(wires: readonly { readonly source: Position; readonly target: Position }[]): readonly number[] {
	const taken = new Map<number, { readonly left: number; readonly right: number; readonly track: number }[]>();
	return wires.map(({ source, target }) => {
		if (isNeighbour(source, target)) return 0;
		const lane = Math.round(laneBetween(source.y, target.y));
		const left = Math.min(source.x, target.x) - 2 * STUB;
		const right = Math.max(source.x, target.x) + 2 * STUB;
		const others = taken.get(lane) ?? [];
		const used = new Set(others.filter((other) => other.left < right && left < other.right).map((other) => other.track));
		let track = 0;
		while (used.has(track)) track++;
		taken.set(lane, [...others, { left, right, track }]);
		return track;
	});
}

/** From the lane of rows at the usual distance down to the cards below it. */
const LANE_ABOVE = (CARD.rowStep - CARD.height + REGION_PADDING.top - REGION_PADDING.bottom) / 2;

/** Middle of what is free between the regions around two rows. */
function laneOf(bottom: number, top: number): number {
	return (bottom + REGION_PADDING.bottom + top - REGION_PADDING.top) / 2;
}

/** Height of the free lane next to the target's row, on the side of the source; under the cards where both share a row. */
function laneBetween(sourceY: number, targetY: number): number {
	const sourceBottom = sourceY - PORT_Y + CARD.height;
	const targetTop = targetY - PORT_Y;
	if (targetTop >= sourceBottom) return Math.max(laneOf(sourceBottom, targetTop), targetTop - LANE_ABOVE);
	const targetBottom = targetTop + CARD.height;
	const sourceTop = sourceY - PORT_Y;
	if (sourceTop >= targetBottom) return Math.min(laneOf(targetBottom, sourceTop), targetBottom + CARD.rowStep - CARD.height - LANE_ABOVE);
	return Math.max(sourceBottom, targetBottom) + REGION_PADDING.bottom / 2;
}

/** Straight lines with rounded corners through the points. */
export function roundedPath(points: readonly Position[]): string {
	const parts: string[] = [];
	points.forEach((point, index) => {
		const before = points[index - 1];
		const after = points[index + 1];
		if (!before) parts.push(`M${point.x} ${point.y}`);
		else if (!after) parts.push(`L${point.x} ${point.y}`);
		else {
			const radius = Math.min(CORNER, length(before, point) / 2, length(point, after) / 2);
			const from = towards(point, before, radius);
			const to = towards(point, after, radius);
			parts.push(`L${from.x} ${from.y}Q${point.x} ${point.y} ${to.x} ${to.y}`);
		}
	});
	return parts.join('');
}

function length(a: Position, b: Position): number {
	return Math.hypot(a.x - b.x, a.y - b.y);
}

function towards(from: Position, to: Position, by: number): Position {
	const whole = length(from, to);
	if (whole === 0) return from;
	return { x: from.x + ((to.x - from.x) / whole) * by, y: from.y + ((to.y - from.y) / whole) * by };
}
