import { judgeTogether, type Verdict } from '#shared/graph/connect.ts';
import { createNode } from '#shared/graph/create.ts';
import type { GraphDocument } from '#shared/graph/document.ts';
import { applyEdits } from '#shared/graph/edit.ts';
import { findGroup } from '#shared/graph/groups.ts';
import { judgeRewiring } from '#shared/graph/groupWires.ts';
import type { InferenceContext } from '#shared/inference/context.ts';
import { inferShapes } from '#shared/inference/inferShapes.ts';
import { catalogue } from '#shared/layers/catalogue.ts';
import { type WireStart, wireBetween } from '../canvas/connect/wireStart.ts';
import { type Insertable, makerOf } from './insertable.ts';

/**
 * What each kind of layer would make of the outputs that are in hand: its size, or what speaks against it. Where an input is in hand,
 * whether the kind may feed it. Kinds without the port for it are left out.
 */
export function judgeKinds(document: GraphDocument, starts: readonly WireStart[], context: InferenceContext): ReadonlyMap<string, Verdict> {
	const side = starts[0]?.side ?? 'source';
	// All kinds stand beside the network at once, so that its sizes are worked out a single time.
	let next = document;
	const trials: (readonly [kind: string, id: string, port: string])[] = [];
	for (const { kind, inputs, outputs } of catalogue) {
		const [own] = side === 'source' ? inputs : outputs;
		if (!own) continue;
		const node = createNode(next, kind, { x: 0, y: 0 });
		next = applyEdits(next, [{ kind: 'addNode', node }]);
		trials.push([kind, node.id, own.name]);
	}
	const inference = inferShapes(next, context);
	return new Map(
		trials.map(([kind, node, port]) => [
			kind,
			judgeTogether(
				next,
				starts.map((start) => wireBetween(start, node, port)),
				{ ...context, inference },
			),
		]),
	);
}

/** The same for blocks of layers, by their ids: what would come out of them, or a problem that would be inside. */
export function judgePieces(
	document: GraphDocument,
	starts: readonly WireStart[],
	ids: readonly string[],
	context: InferenceContext,
): ReadonlyMap<string, Verdict> {
	const [start, ...more] = starts;
	if (!start || more.length > 0) return new Map();
	const inference = inferShapes(document, context);
	const input = start.side === 'source' ? (inference.nodes.get(start.node)?.output ?? null) : null;
	const verdicts = new Map<string, Verdict>();
	for (const id of ids) {
		const made = makerOf(id)?.(document, { position: { x: 0, y: 0 }, home: undefined, role: undefined, input });
		if (!made) continue;
		const ends = start.side === 'source' ? made.inputs : made.outputs.slice(0, 1);
		if (ends.length === 0) continue;
		const next = applyEdits(document, made.edits);
		const edges = ends.map(({ node, port }) => wireBetween(start, node, port));
		const group = start.side === 'source' ? (findGroup(next, made.id) ?? null) : null;
		verdicts.set(id, judgeRewiring(next, { edges, instead: [] }, group, { ...context, inference }));
	}
	return verdicts;
}

/** What fits comes first, in the order it had; what can be wired but makes a problem after it; the rest is left out. */
export function orderByFit(found: readonly Insertable[], verdicts: ReadonlyMap<string, Verdict>): readonly Insertable[] {
	const having = (verdict: Verdict['verdict']) => found.filter(({ id }) => verdicts.get(id)?.verdict === verdict);
	return [...having('fits'), ...having('problem')];
}
