import type { UnitWire } from './units.ts';

/** A way to break a long row of columns into several. */
export interface Rows {
	/** First column of each row. */
	readonly starts: readonly number[];
	/** Wires over the breaks beyond the one that every break has. */
	readonly torn: number;
}

/** What a torn wire weighs against a row left empty by all its width. */
const TORN_WEIGHT = 4;

/**
 * Breaks columns into rows no wider than `room`, where the fewest wires cross and rows are filled: between blocks, not through a
 * shortcut. A column wider than `room` has a row of its own. Least total raggedness by dynamic programming, after Knuth and Plass 1981.
 */
export function foldRows(widths: readonly number[], gap: number, crossing: readonly number[], room: number): Rows {
	const count = widths.length;
	const best: { readonly cost: number; readonly end: number }[] = [];
	best[count] = { cost: 0, end: count };
	for (let start = count - 1; start >= 0; start--) {
		let width = -gap;
		let choice = { cost: Number.POSITIVE_INFINITY, end: start + 1 };
		for (let end = start + 1; end <= count; end++) {
			width += gap + (widths[end - 1] ?? 0);
			if (width > room && end > start + 1) break;
			const isLast = end === count;
			const slack = isLast ? 0 : Math.max(0, 1 - width / room) ** 2;
			const torn = isLast ? 0 : tornAt(crossing, end);
			const cost = slack + TORN_WEIGHT * torn + (best[end]?.cost ?? 0);
			if (cost <= choice.cost) choice = { cost, end };
		}
		best[start] = choice;
	}
	const starts: number[] = [];
	let torn = 0;
	for (let at = 0; at < count; at = best[at]?.end ?? count) {
		if (at > 0) torn += tornAt(crossing, at);
		starts.push(at);
	}
	return { starts, torn };
}

function tornAt(crossing: readonly number[], end: number): number {
	return Math.max(0, (crossing[end - 1] ?? 0) - 1);
}

/** How many wires run from a column up to each index to a later one. */
export function crossingsAfter(columns: ReadonlyMap<string, number>, wires: readonly UnitWire[], count: number): readonly number[] {
	const crossing = new Array<number>(count).fill(0);
	for (const { source, target } of wires) {
		const from = columns.get(source);
		const to = columns.get(target);
		if (from === undefined || to === undefined) continue;
		for (let column = from; column < to; column++) crossing[column] = (crossing[column] ?? 0) + 1;
	}
	return crossing;
}
