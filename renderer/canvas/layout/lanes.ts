import type { ELK, ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api.js';
import { CARD } from '#shared/graph/place.ts';
import type { Columns } from './columns.ts';
import type { Unit, UnitWire } from './units.ts';

/** One column of a layout: its units, and their heights across the flow. */
export type Column = ReadonlyMap<string, number>;

const MAIN = 12;
/** Room for a wire that comes back from the row above to pass between two lanes. */
const LANE_GAP = 72;

const options = {
	'elk.algorithm': 'layered',
	'elk.direction': 'RIGHT',
	'elk.alignment': 'LEFT',
	'elk.spacing.nodeNode': String(LANE_GAP),
	'elk.layered.spacing.nodeNodeBetweenLayers': String(CARD.columnStep - CARD.width),
	// The columns are given.
	'elk.layered.layering.strategy': 'INTERACTIVE',
	'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
	'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
	// Parts that are not wired to each other lie under one another.
	'elk.separateConnectedComponents': 'false',
};

/** Heights of all units across the flow by ELK's layered algorithm: the main path straight, the rest beside it. */
export async function lanesOf(
	elk: Pick<ELK, 'layout'>,
	units: readonly Unit[],
	wires: readonly UnitWire[],
	{ columns, mainPath }: Columns,
): Promise<readonly Column[]> {
	if (units.length === 0) return [];
	const main = new Map(mainPath.map((key, index) => [key, index]));
	const widest = Math.max(...units.map(({ width }) => width)) + CARD.columnStep;
	const graph: ElkNode = {
		id: 'root',
		layoutOptions: options,
		// ELK breaks ties by the order of the list.
		children: [...units]
			.sort((a, b) => Number(main.has(b.key)) - Number(main.has(a.key)))
			.map((unit) => node(unit, wires, (columns.get(unit.key) ?? 0) * widest)),
		edges: wires.map((wire, index): ElkExtendedEdge => {
			const isMain = main.has(wire.source) && main.get(wire.target) === (main.get(wire.source) ?? 0) + 1;
			return {
				id: `wire ${index}`,
				sources: [`out ${index}`],
				targets: [`in ${index}`],
				layoutOptions: { 'elk.layered.priority.straightness': String(isMain ? MAIN : 1) },
			};
		}),
	};
	const { children = [] } = await elk.layout(graph);
	const heights = sidesBelow(units, new Map(children.map(({ id, y = 0 }) => [id, Math.round(y)])), mainPath);
	const found: Map<string, number>[] = [];
	for (const { key } of units) {
		const column = columns.get(key) ?? 0;
		found[column] ??= new Map();
		found[column].set(key, heights.get(key) ?? 0);
	}
	return Array.from(found, (column) => column ?? new Map<string, number>()).filter((column) => column.size > 0);
}

/** Turns the picture upside down where more lies above the main path than below it, so that the path is the first lane of its row. */
function sidesBelow(
	units: readonly Unit[],
	heights: ReadonlyMap<string, number>,
	mainPath: readonly string[],
): ReadonlyMap<string, number> {
	const heightOf = (key: string): number => heights.get(key) ?? 0;
	const main = heightOf(mainPath[0] ?? '');
	// Turned, only cards that are equally high keep their ports in line.
	if (new Set(units.map(({ height }) => height)).size > 1) return heights;
	const above = units.filter(({ key }) => heightOf(key) < main).length;
	const below = units.filter(({ key }) => heightOf(key) > main).length;
	return above > below ? new Map(units.map(({ key }) => [key, -heightOf(key)])) : heights;
}

function node({ key, width, height }: Unit, wires: readonly UnitWire[], x: number): ElkNode {
	return {
		id: key,
		x,
		y: 0,
		width,
		height,
		layoutOptions: { 'elk.portConstraints': 'FIXED_POS' },
		ports: wires.flatMap((wire, index) => [
			...(wire.source === key ? [port(`out ${index}`, 'EAST', width, wire.sourceY)] : []),
			...(wire.target === key ? [port(`in ${index}`, 'WEST', 0, wire.targetY)] : []),
		]),
	};
}

function port(id: string, side: 'EAST' | 'WEST', x: number, y: number) {
	return { id, x, y, width: 0, height: 0, layoutOptions: { 'elk.port.side': side } };
}
