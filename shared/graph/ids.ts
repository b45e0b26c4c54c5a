import type { GraphDocument, NodeId } from './document.ts';

/** First of `join(1)`, `join(2)` … that is not taken. */
function firstFree(taken: ReadonlySet<string>, join: (number: number) => string): string {
	let number = 1;
	while (taken.has(join(number))) number++;
	return join(number);
}

/** An id for a new node: `conv2d-3`. The same document gives the same id, so that edits can be replayed. */
export function freshNodeId(document: GraphDocument, kind: string): NodeId {
	return firstFree(new Set(document.nodes.map((node) => node.id)), (number) => `${kind}-${number}`);
}

/**
 * A name that no node has: "conv" → "conv 1", "conv 2". With `startBare` the first goes without a number: "input", "input 2".
 * A number at the end of `base` is counted on: "conv 1" → "conv 2".
 */
export function freshName(document: GraphDocument, base: string, startBare = false): string {
	const taken = new Set(document.nodes.map((node) => node.name));
	const stem = base.replace(/\s+\d+$/, '') || base;
	return firstFree(taken, (number) => (startBare && number === 1 ? stem : `${stem} ${number}`));
}

/**
 * Gives names that are not taken and takes them, for many at once: `namer(['a 1']).next('a')` → "a 2". Counts on from where it
 * was, so that thousands of equal names cost one step each.
 */
export function namer(taken: Iterable<string>, join: (stem: string, number: number) => string): { next(stem: string): string } {
	const used = new Set(taken);
	const counters = new Map<string, number>();
	return {
		next: (stem) => {
			let number = counters.get(stem) ?? 1;
			while (used.has(join(stem, number))) number++;
			counters.set(stem, number + 1);
			const name = join(stem, number);
			used.add(name);
			return name;
		},
	};
}
