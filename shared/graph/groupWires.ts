import type { Diagnostic } from '../inference/diagnostic.ts';
import { groupFacts } from '../inference/groupFacts.ts';
import { inferShapes } from '../inference/inferShapes.ts';
import { layerDefinition } from '../layers/catalogue.ts';
import { message } from '../text/message.ts';
import { type ConnectContext, refuse, type Verdict } from './connect.ts';
import type { GraphDocument, GraphEdge, GraphGroup, NodeId } from './document.ts';
import { applyEdits, type Edit } from './edit.ts';
import { isSameEdge, reachable } from './query.ts';

/** Wires at a group as a whole: where one may begin, where one may end, and what would come of it. */

/** Wires that are made together, and those that give way to them. */
export interface Rewiring {
	readonly edges: readonly GraphEdge[];
	/** The wire of the same index takes the place of this one among the wires of its end; the rest goes. */
	readonly instead: readonly GraphEdge[];
}

/** One step: a wire that keeps its end keeps its place there, since the order of a join's wires is the order of its inputs. */
export function rewire(document: GraphDocument, { edges, instead }: Rewiring): readonly Edit[] {
	const gone = instead.map((edge): Edit => ({ kind: 'disconnect', edge }));
	const made = edges.map((edge, index): Edit => {
		const old = instead[index];
		if (!old || old.target !== edge.target || old.targetPort !== edge.targetPort) return { kind: 'connect', edge };
		const siblings = document.edges.filter((other) => other.target === old.target && other.targetPort === old.targetPort);
		return { kind: 'connect', edge, at: siblings.findIndex((other) => isSameEdge(other, old)) };
	});
	return [...gone, ...made];
}

/** May these wires exist, whatever they end at, in place of those that give way? `group` is the one whose size is told. */
export function judgeRewiring(document: GraphDocument, change: Rewiring, group: GraphGroup | null, context: ConnectContext): Verdict {
	const lookup = context.lookup ?? layerDefinition;
	if (change.edges.every((edge) => change.instead.some((old) => isSameEdge(old, edge)))) {
		return { verdict: 'refused', reason: message('connect.refused.wiredAlready') };
	}
	let next = applyEdits(
		document,
		change.instead.map((edge): Edit => ({ kind: 'disconnect', edge })),
		lookup,
	);
	for (const edge of change.edges) {
		const reason = refuse(next, edge, lookup);
		if (reason) return { verdict: 'refused', reason };
		next = applyEdits(next, [{ kind: 'connect', edge }], lookup);
	}
	return judgeOutcome(document, next, { fed: change.edges.map(({ target }) => target), group }, context);
}

/**
 * What comes of a change that made `next` of `document`: the problems at `fed` and what follows that were not there before, else the
 * size that the group makes, or the last of `fed`.
 */
export function judgeOutcome(
	document: GraphDocument,
	next: GraphDocument,
	{ fed, group }: { readonly fed: readonly NodeId[]; readonly group: GraphGroup | null },
	{ inference, ...rest }: ConnectContext,
): Verdict {
	const before = inference ?? inferShapes(document, rest);
	const after = inferShapes(next, rest, before);
	const keyOf = ({ code, place }: Diagnostic): string => JSON.stringify([code, place]);
	const known = new Set(before.diagnostics.map(keyOf));
	const below = reachable(next, fed, 'down');
	const isBelow = ({ place }: Diagnostic): boolean =>
		place.kind === 'group' || (place.kind === 'node' && below.has(place.node)) || (place.kind === 'edge' && below.has(place.edge.target));
	const problems = after.diagnostics.filter((found) => found.severity === 'error' && isBelow(found) && !known.has(keyOf(found)));
	if (problems.length > 0) return { verdict: 'problem', diagnostics: problems };
	const output = group ? groupFacts(next, after, group).outputs[0] : after.nodes.get(fed.at(-1) ?? '')?.output;
	return { verdict: 'fits', output: output ?? null };
}
