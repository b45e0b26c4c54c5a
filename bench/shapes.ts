import type { GraphDocument } from '#shared/graph/document.ts';
import { applyEdit, type Edit } from '#shared/graph/edit.ts';
import type { Inference } from '#shared/inference/inference.ts';
import { inferShapes } from '#shared/inference/inferShapes.ts';
import { type BenchNetwork, benchNetwork } from './benchNetwork.ts';
import { median } from './statistics.ts';

/**
 * How long the checks take: a full pass over a document never seen before, one edit at its head (all sizes change) and one at
 * its tail. Medians of many rounds, in milliseconds. Goals on one ordinary core at 1,000 nodes: full pass and head below 10 ms,
 * tail below 1 ms.
 */
const context = { dataset: null };
const goals: Readonly<Record<string, number>> = { full: 10, head: 10, tail: 1 };

/** The same document with no object in common, so that nothing remembered helps. */
function copy(document: GraphDocument): GraphDocument {
	return JSON.parse(JSON.stringify(document)) as GraphDocument;
}

function time(run: () => void): number {
	const start = performance.now();
	run();
	return performance.now() - start;
}

function measureFull({ document }: BenchNetwork, rounds: number): number {
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
function measureEdit({ document }: BenchNetwork, edits: readonly Edit[], rounds: number): number {
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
		const made = benchNetwork(size, isBranching);
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
