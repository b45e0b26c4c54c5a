import type { GraphDocument } from '../graph/document.ts';
import { isSameData } from '../json.ts';

/** How one document becomes its neighbour: members that differ, lists by the one stretch that differs. */
export type DocumentPatch = Readonly<Record<string, MemberPatch>>;

type MemberPatch =
	| { readonly set: unknown }
	| { readonly gone: true }
	/** From index `at`, `remove` items give way to `insert`. */
	| { readonly at: number; readonly remove: number; readonly insert: readonly unknown[] };

type Members = Readonly<Record<string, unknown>>;

/** The patch that makes `to` of `from`. What the two share is not looked into. */
export function diffDocuments(from: GraphDocument, to: GraphDocument): DocumentPatch {
	const [before, after] = [from as unknown as Members, to as unknown as Members];
	const patch: Record<string, MemberPatch> = {};
	for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
		const [old, next] = [before[name], after[name]];
		if (isSameData(old, next)) continue;
		if (next === undefined) patch[name] = { gone: true };
		else patch[name] = Array.isArray(old) && Array.isArray(next) ? splice(old, next) : { set: next };
	}
	return patch;
}

function splice(old: readonly unknown[], next: readonly unknown[]): MemberPatch {
	const most = Math.min(old.length, next.length);
	let at = 0;
	while (at < most && isSameData(old[at], next[at])) at++;
	let tail = 0;
	while (tail < most - at && isSameData(old[old.length - 1 - tail], next[next.length - 1 - tail])) tail++;
	return { at, remove: old.length - at - tail, insert: next.slice(at, next.length - tail) };
}

/** The neighbour; items that a patch does not name keep their identity. */
export function applyPatch(document: GraphDocument, patch: DocumentPatch): GraphDocument {
	const next: Record<string, unknown> = { ...document };
	for (const [name, member] of Object.entries(patch)) {
		const old = next[name];
		if ('gone' in member) delete next[name];
		else if ('set' in member) next[name] = member.set;
		else if (Array.isArray(old)) next[name] = [...old.slice(0, member.at), ...member.insert, ...old.slice(member.at + member.remove)];
	}
	return next as unknown as GraphDocument;
}
