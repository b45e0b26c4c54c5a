import type { GraphDocument, NodeId } from '#shared/graph/document.ts';
import type { Inference } from '#shared/inference/inference.ts';
import { countValues, isSameShape, type TensorShape } from '#shared/tensor/shape.ts';

/** One drawing of a network in small: a layer of the main path whose output is worth showing. */
export interface Station {
	readonly node: NodeId;
	readonly shape: TensorShape;
}

/** A network in small: sizes in the order of the data, and shortcuts as pairs of places in that order. */
export interface Stations {
	readonly stations: readonly Station[];
	readonly shortcuts: readonly (readonly [from: number, to: number])[];
}

type Document = Pick<GraphDocument, 'edges'>;

/**
 * Picks at most `most` outputs along the longest path: those that differ from the one before, dense layers of equal length, and
 * the last join of a stretch of equal sizes. Shortcuts are wires that leave the path and come back further on.
 */
export function pickStations(document: Document, inference: Inference, most = 12): Stations {
	const path = longestPath(document, inference);
	let picked = path.filter((place, index) => isWorthShowing(place, index, path));
	if (picked.length < most) picked = withLastJoins(path, picked, most);
	picked = thinOut(picked, most);
	const places = new Set(picked);
	const stationOf = new Map<NodeId, number>();
	let station = -1;
	for (const place of path) {
		if (places.has(place)) station++;
		stationOf.set(place.node, station);
	}
	return {
		stations: picked.map(({ node, shape }) => ({ node, shape })),
		shortcuts: findShortcuts(document, path, stationOf),
	};
}

interface Place extends Station {
	/** Has weights that connect values, not just scale them. */
	readonly hasKernel: boolean;
	readonly isJoin: boolean;
}

function longestPath(document: Document, inference: Inference): readonly Place[] {
	const sources = new Map<NodeId, NodeId[]>();
	for (const edge of document.edges) sources.set(edge.target, [...(sources.get(edge.target) ?? []), edge.source]);
	const length = new Map<NodeId, number>();
	const before = new Map<NodeId, NodeId | null>();
	let end: NodeId | null = null;
	for (const node of inference.order) {
		if (!inference.nodes.get(node)?.output) continue;
		let best: NodeId | null = null;
		for (const source of sources.get(node) ?? []) {
			if ((length.get(source) ?? 0) > (best === null ? 0 : (length.get(best) ?? 0))) best = source;
		}
		before.set(node, best);
		length.set(node, 1 + (best === null ? 0 : (length.get(best) ?? 0)));
		if (end === null || (length.get(node) ?? 0) >= (length.get(end) ?? 0)) end = node;
	}
	const path: Place[] = [];
	for (let node: NodeId | null = end; node !== null; node = before.get(node) ?? null) {
		const known = inference.nodes.get(node);
		if (!known?.output) continue;
		path.unshift({
			node,
			shape: known.output,
			hasKernel: known.weights.some((weight) => weight.shape.length > 1),
			isJoin: (sources.get(node)?.length ?? 0) > 1,
		});
	}
	return path;
}

function isWorthShowing(place: Place, index: number, path: readonly Place[]): boolean {
	const previous = path[index - 1];
	if (!previous) return true;
	// Two dense layers of the same length are two bars, whatever lies between.
	if (place.shape.length === 1 && place.hasKernel) return true;
	return countValues(place.shape) !== countValues(previous.shape) || place.shape.length > previous.shape.length;
}

function withLastJoins(path: readonly Place[], picked: readonly Place[], most: number): Place[] {
	const chosen = new Set(picked);
	for (let index = path.length - 1; index >= 0 && chosen.size < most; index--) {
		const place = path[index];
		if (!place?.isJoin || chosen.has(place)) continue;
		const laterTwin = path.slice(index + 1).some((later) => chosen.has(later) && later.isJoin && isSameShape(later.shape, place.shape));
		if (!laterTwin) chosen.add(place);
	}
	return path.filter((place) => chosen.has(place));
}

/** Leaves out maps without weights that another map follows, then every other place, never the ends. */
function thinOut(picked: readonly Place[], most: number): Place[] {
	let kept = [...picked];
	const isStep = (place: Place, index: number): boolean => {
		const next = kept[index + 1];
		return index > 0 && !place.hasKernel && place.shape.length > 1 && next !== undefined && next.shape.length > 1;
	};
	for (let index = kept.findIndex(isStep); kept.length > most && index >= 0; index = kept.findIndex(isStep)) kept.splice(index, 1);
	if (kept.length > most) {
		const share = (kept.length - 1) / (most - 1);
		kept = Array.from({ length: most }, (_, index) => kept[Math.round(index * share)]).filter((place) => place !== undefined);
	}
	return kept;
}

function findShortcuts(document: Document, path: readonly Place[], stationOf: ReadonlyMap<NodeId, number>): Stations['shortcuts'] {
	const found = new Map<string, readonly [number, number]>();
	const position = new Map(path.map(({ node }, index) => [node, index]));
	const sourceOf = new Map(document.edges.map((edge) => [edge.target, edge.source]));
	for (const edge of document.edges) {
		const to = position.get(edge.target);
		if (to === undefined || path[to - 1]?.node === edge.source) continue;
		const from = stationOf.get(entryOf(edge.source, position, sourceOf) ?? '');
		const target = stationOf.get(edge.target);
		if (from === undefined || target === undefined || from < 0 || from >= target) continue;
		found.set(`${from} ${target}`, [from, target]);
	}
	return [...found.values()];
}

/** Where a side branch that ends in `node` left the path. */
function entryOf(node: NodeId, position: ReadonlyMap<NodeId, number>, sourceOf: ReadonlyMap<NodeId, NodeId>): NodeId | null {
	const seen = new Set<NodeId>();
	let place: NodeId | undefined = node;
	while (place !== undefined && !position.has(place) && !seen.has(place)) {
		seen.add(place);
		place = sourceOf.get(place);
	}
	return place ?? null;
}
