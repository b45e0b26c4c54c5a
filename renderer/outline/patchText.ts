/** A stretch of lines to replace: `from` to `to` without the latter, counted from 0. */
export interface LinePatch {
	readonly from: number;
	readonly to: number;
	readonly lines: readonly string[];
}

/** What turns `before` into `after`: one stretch between the lines that both begin and end with; `null` where they are equal. */
export function patchBetween(before: readonly string[], after: readonly string[]): LinePatch | null {
	let from = 0;
	while (from < before.length && from < after.length && before[from] === after[from]) from++;
	if (from === before.length && from === after.length) return null;
	let tail = 0;
	const most = Math.min(before.length, after.length) - from;
	while (tail < most && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
	return { from, to: before.length - tail, lines: after.slice(from, after.length - tail) };
}

/**
 * The network changed from `base` to `next` while someone typed `mine` over `base`: the patch of `mine` that brings in the change
 * and keeps what was typed. Where both touched the same lines, the network wins: it is what trains.
 */
export function mergePatch(base: readonly string[], mine: readonly string[], next: readonly string[]): LinePatch | null {
	const theirs = patchBetween(base, next);
	const typed = patchBetween(base, mine);
	if (!theirs) return null;
	if (!typed || theirs.to <= typed.from) return theirs;
	const shift = typed.lines.length - (typed.to - typed.from);
	if (theirs.from >= typed.to) return { from: theirs.from + shift, to: theirs.to + shift, lines: theirs.lines };
	return patchBetween(mine, next);
}
