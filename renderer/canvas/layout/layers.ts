import ElkApi, { type ELK, type ElkNode } from 'elkjs/lib/elk-api.js';
import workerUrl from 'elkjs/lib/elk-worker.min.js?url';
import { CARD } from '#shared/graph/place.ts';
import { type Cell, snapLanes } from './columns.ts';

/** ELK's layered algorithm in a worker, made when a layout is first asked for. */
let elk: ELK | null = null;

const options = {
	'elk.algorithm': 'layered',
	'elk.direction': 'RIGHT',
	'elk.layered.spacing.nodeNodeBetweenLayers': String(CARD.columnStep - CARD.width),
	'elk.spacing.nodeNode': '40',
	'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
	'elk.layered.nodePlacement.favorStraightEdges': 'true',
	'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
	// Parts that are not wired to each other lie under one another.
	'elk.separateConnectedComponents': 'false',
};

/** Columns along the data and places across it, off the page's thread. A shortcut lies beside what it leaps over. */
export async function layOut(
	nodes: readonly { readonly id: string }[],
	edges: readonly { readonly source: string; readonly target: string }[],
): Promise<ReadonlyMap<string, Cell>> {
	elk ??= new ElkApi({ workerUrl });
	const ids = new Set(nodes.map((node) => node.id));
	const graph: ElkNode = {
		id: 'root',
		layoutOptions: options,
		children: nodes.map((node) => ({ id: node.id, width: CARD.width, height: CARD.height })),
		edges: edges
			.filter((edge) => ids.has(edge.source) && ids.has(edge.target))
			.map((edge, index) => ({ id: `wire ${index}`, sources: [edge.source], targets: [edge.target] })),
	};
	const { children = [] } = await elk.layout(graph);
	const lefts = [...new Set(children.map(({ x = 0 }) => Math.round(x)))].sort((a, b) => a - b);
	const tops = snapLanes(children.map(({ y = 0 }) => y));
	return new Map(children.map(({ id, x = 0, y = 0 }) => [id, { column: lefts.indexOf(Math.round(x)), lane: tops.get(y) ?? y }]));
}
