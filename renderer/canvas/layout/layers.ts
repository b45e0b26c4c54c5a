import ElkApi, { type ELK, type ElkNode } from 'elkjs/lib/elk-api.js';
import workerUrl from 'elkjs/lib/elk-worker.min.js?url';
import type { GraphEdge, GraphNode, NodeId } from '#shared/graph/document.ts';
import { CARD } from '#shared/graph/place.ts';
import type { Cell } from './columns.ts';

/** ELK's layered algorithm in a worker, made when a layout is first asked for. */
let elk: ELK | null = null;

const options = {
	'elk.algorithm': 'layered',
	'elk.direction': 'RIGHT',
	'elk.layered.spacing.nodeNodeBetweenLayers': String(CARD.columnStep - CARD.width),
	'elk.spacing.nodeNode': '40',
	'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
	'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
	// Parts that are not wired to each other lie under one another.
	'elk.separateConnectedComponents': 'false',
};

/** Columns along the data and places across it, off the page's thread. A shortcut lies beside what it leaps over. */
export async function layOut(nodes: readonly GraphNode[], edges: readonly GraphEdge[]): Promise<ReadonlyMap<NodeId, Cell>> {
	elk ??= new ElkApi({ workerUrl });
	const ids = new Set(nodes.map((node) => node.id));
	const isStep = findSteps(nodes, edges);
	const graph: ElkNode = {
		id: 'root',
		layoutOptions: options,
		children: nodes.map((node) => ({ id: node.id, width: CARD.width, height: CARD.height })),
		edges: edges
			.filter((edge) => ids.has(edge.source) && ids.has(edge.target))
			.map((edge, index) => ({
				id: `wire ${index}`,
				sources: [edge.source],
				targets: [edge.target],
				// The chain runs straight; a shortcut goes around it.
				layoutOptions: { 'elk.layered.priority.straightness': isStep(edge) ? '10' : '0' },
			})),
	};
	const { children = [] } = await elk.layout(graph);
	const lefts = [...new Set(children.map(({ x = 0 }) => Math.round(x)))].sort((a, b) => a - b);
	return new Map(children.map(({ id, x = 0, y = 0 }) => [id, { column: lefts.indexOf(Math.round(x)), lane: y }]));
}

/** Tells the wires from one layer to the very next along the longest way; the others are shortcuts. */
function findSteps(nodes: readonly GraphNode[], edges: readonly GraphEdge[]): (edge: GraphEdge) => boolean {
	const incoming = new Map<NodeId, GraphEdge[]>();
	for (const edge of edges) incoming.set(edge.target, [...(incoming.get(edge.target) ?? []), edge]);
	const depths = new Map<NodeId, number>();
	const depthOf = (id: NodeId): number => {
		const known = depths.get(id);
		if (known !== undefined) return known;
		// A loop, which the checks refuse elsewhere, ends here.
		depths.set(id, 0);
		const depth = Math.max(-1, ...(incoming.get(id) ?? []).map((edge) => depthOf(edge.source))) + 1;
		depths.set(id, depth);
		return depth;
	};
	for (const node of nodes) depthOf(node.id);
	return (edge) => (depths.get(edge.target) ?? 0) - (depths.get(edge.source) ?? 0) === 1;
}
