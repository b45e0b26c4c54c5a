import { createDocument, createNode } from '#shared/graph/create.ts';
import type { GraphDocument, GraphEdge, GraphNode, NodeConfig, Position } from '#shared/graph/document.ts';
import { CARD } from '#shared/graph/place.ts';

/** What the benchmarks measure with: a document, its first convolution and its last. */
export interface BenchNetwork {
	readonly document: GraphDocument;
	readonly head: string;
	readonly tail: string;
}

/** Rows so long that the whole has the sides of a usual screen, and fits on one at the smallest zoom. */
function placeOf(index: number, size: number): Position {
	const columns = Math.ceil(Math.sqrt(2.4 * size));
	return { x: (index % columns) * CARD.columnStep, y: Math.floor(index / columns) * CARD.rowStep };
}

/** Nodes in a cycle of kinds, so that no kind's cost decides alone. */
const cycle: readonly (readonly [kind: string, config: NodeConfig])[] = [
	['conv2d', { filters: 16, kernelSize: [3, 3], padding: 'same', useBias: false, activation: 'linear' }],
	['batchNorm', {}],
	['activation', { activation: 'relu' }],
];

/** A network of `size` nodes in rows. `isBranching` closes a shortcut around every three layers, as residual networks do. */
export function benchNetwork(size: number, isBranching: boolean): BenchNetwork {
	const empty = createDocument({ id: 'bench', name: 'bench' });
	const nodes: GraphNode[] = [];
	const edges: GraphEdge[] = [];
	const add = (kind: string, config: NodeConfig, sources: readonly GraphNode[]): GraphNode => {
		const made = createNode(empty, kind, placeOf(nodes.length, size), config);
		const node = { ...made, id: `n${nodes.length}`, name: `${kind} ${nodes.length}` };
		nodes.push(node);
		for (const source of sources) edges.push({ source: source.id, sourcePort: 'out', target: node.id, targetPort: 'in' });
		return node;
	};
	let last = add('input', { height: 32, width: 32, channels: 16 }, []);
	const head = add('conv2d', { filters: 16, kernelSize: [3, 3], padding: 'same' }, [last]);
	last = head;
	let start = last;
	let tail = head;
	for (let place = 0; nodes.length < size - 2; place++) {
		const step = cycle[place % cycle.length];
		if (!step) break;
		last = add(step[0], step[1], [last]);
		if (step[0] === 'conv2d') tail = last;
		if (isBranching && place % cycle.length === cycle.length - 1 && nodes.length < size - 2) {
			last = add('add', {}, [last, start]);
			start = last;
		}
	}
	last = add('globalAveragePool2d', {}, [last]);
	add('output', { units: 10 }, [last]);
	return { document: { ...empty, nodes, edges }, head: head.id, tail: tail.id };
}
