import { createDocument, createNode } from '#shared/graph/create.ts';
import type { GraphDocument, GraphEdge, GraphNode, NodeConfig } from '#shared/graph/document.ts';
import { applyEdit, type Edit } from '#shared/graph/edit.ts';
import type { Inference } from '#shared/inference/inference.ts';
import { inferShapes } from '#shared/inference/inferShapes.ts';

/**
 * How long the checks take: a full pass over a document never seen before, one edit at its head (all sizes change) and one at
 * its tail. Medians of many rounds, in milliseconds. Goals on one ordinary core at 1,000 nodes: full pass and head below 10 ms,
 * tail below 1 ms.
 */
interface Network {
	readonly document: GraphDocument;
	readonly head: string;
	readonly tail: string;
}

const context = { dataset: null };
const goals: Readonly<Record<string, number>> = { full: 10, head: 10, tail: 1 };

/** Nodes in a cycle of kinds, so that no kind's cost decides alone. */
const cycle: readonly (readonly [kind: string, config: NodeConfig])[] = [
	['conv2d', { filters: 16, kernelSize: [3, 3], padding: 'same', useBias: false, activation: 'linear' }],
	['batchNorm', {}],
	['activation', { activation: 'relu' }],
];

/** `isBranching` closes a shortcut around every three layers, as residual networks do. */
function network(size: number, isBranching: boolean): Network {
	const empty = createDocument({ id: 'bench', name: 'bench' });
	const nodes: GraphNode[] = [];
	const edges: GraphEdge[] = [];
	const add = (kind: string, config: NodeConfig, sources: readonly GraphNode[]): GraphNode => {
		const made = createNode(empty, kind, { x: nodes.length * 184, y: 0 }, config);
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

/** The same document with no object in common, so that nothing remembered helps. */
function copy(document: GraphDocument): GraphDocument {
	return JSON.parse(JSON.stringify(document)) as GraphDocument;
}

function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function time(run: () => void): number {
	const start = performance.now();
	run();
	return performance.now() - start;
}

function measureFull({ document }: Network, rounds: number): number {
	const times: number[] = [];
	for (let round = 0; round < rounds; round++) {
		const fresh = copy(document);
		// What the copying leaves behind is not the checks' to clear away.
		globalThis.gc?.();
		times.push(time(() => inferShapes(fresh, context)));
	}
	return median(times);
}

/** Edit and inference together, as the window does on every key stroke. */
function measureEdit({ document }: Network, edits: readonly Edit[], rounds: number): number {
	let current = document;
	let inference: Inference = inferShapes(current, context);
	const times: number[] = [];
	for (let round = 0; round < rounds; round++) {
		const edit = edits[round % edits.length];
		if (!edit) break;
		times.push(
			time(() => {
				current = applyEdit(current, edit);
				inference = inferShapes(current, context, inference);
			}),
		);
	}
	return median(times);
}

/** At the head every later size changes: the height of the maps. At the tail an even window makes room for an odd one. */
function headEdits(): readonly Edit[] {
	return [30, 32].map((height) => ({ kind: 'setConfig', node: 'n0', config: { height } }));
}

function tailEdits(tail: string): readonly Edit[] {
	return [5, 3].map((size) => ({ kind: 'setConfig', node: tail, config: { kernelSize: [size, size] } }));
}

const isJson = process.argv.includes('--json');
const results: { readonly shape: string; readonly nodes: number; readonly full: number; readonly head: number; readonly tail: number }[] =
	[];
for (const isBranching of [false, true]) {
	for (const size of [10, 100, 1000, 5000]) {
		const made = network(size, isBranching);
		const rounds = size >= 1000 ? 31 : 101;
		measureFull(made, 5);
		results.push({
			shape: isBranching ? 'branching' : 'chain',
			nodes: made.document.nodes.length,
			full: measureFull(made, rounds),
			head: measureEdit(made, headEdits(), rounds),
			tail: measureEdit(made, tailEdits(made.tail), rounds),
		});
	}
}

if (isJson) process.stdout.write(`${JSON.stringify({ unit: 'ms', goals, results }, null, '\t')}\n`);
else {
	const cell = (value: number) => value.toFixed(3).padStart(10);
	process.stdout.write(
		`${'shape'.padEnd(10)}${'nodes'.padStart(7)}${'full ms'.padStart(10)}${'head ms'.padStart(10)}${'tail ms'.padStart(10)}\n`,
	);
	for (const { shape, nodes, full, head, tail } of results) {
		process.stdout.write(`${shape.padEnd(10)}${String(nodes).padStart(7)}${cell(full)}${cell(head)}${cell(tail)}\n`);
	}
	process.stdout.write(`Goals at 1,000 nodes: full ${goals.full} ms, head ${goals.head} ms, tail ${goals.tail} ms.\n`);
}
