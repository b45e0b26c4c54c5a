import type { Position } from '#shared/graph/document.ts';
import type { SceneWire } from '#shared/picture/scene.ts';
import { assignTracks, wirePoints } from '#shared/picture/wirePath.ts';

/** A wire and the track that it runs in. */
export interface RoutedWire {
	readonly wire: SceneWire;
	readonly track: number;
}

/** The wire that runs nearest to any of the points, no further than `reach` canvas pixels away. */
export function wireAt(wires: readonly SceneWire[], points: readonly Position[], reach: number): RoutedWire | null {
	const tracks = assignTracks(wires.map(({ from, to }) => ({ source: from, target: to })));
	let nearest: RoutedWire | null = null;
	let least = reach;
	for (const [index, wire] of wires.entries()) {
		const track = tracks[index] ?? 0;
		const corners = wirePoints(wire.from, wire.to, track);
		const away = Math.min(...points.map((point) => distanceToPath(point, corners)));
		if (away > least) continue;
		least = away;
		nearest = { wire, track };
	}
	return nearest;
}

/** From a point to the nearest of a line with corners. */
export function distanceToPath(point: Position, corners: readonly Position[]): number {
	return Math.min(...corners.slice(1).map((end, index) => distanceToSegment(point, corners[index] ?? end, end)));
}

function distanceToSegment({ x, y }: Position, a: Position, b: Position): number {
	const dx = b.x - a.x;
	const dy = b.y - a.y;
	const squared = dx * dx + dy * dy;
	const along = squared === 0 ? 0 : Math.max(0, Math.min(1, ((x - a.x) * dx + (y - a.y) * dy) / squared));
	return Math.hypot(x - a.x - along * dx, y - a.y - along * dy);
}
