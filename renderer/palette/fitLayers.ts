import { judgeTogether, type Verdict } from '#shared/graph/connect.ts';
import { createNode } from '#shared/graph/create.ts';
import type { GraphDocument } from '#shared/graph/document.ts';
import { applyEdits } from '#shared/graph/edit.ts';
import type { InferenceContext } from '#shared/inference/context.ts';
import { inferShapes } from '#shared/inference/inferShapes.ts';
import { catalogue } from '#shared/layers/catalogue.ts';
import type { LayerDefinition } from '#shared/layers/defineLayer.ts';
import { type WireStart, wireBetween } from '../canvas/connect/wireStart.ts';

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

/** What fits comes first, in the order it had; what can be wired but makes a problem after it; the rest is left out. */
export function orderByFit(found: readonly LayerDefinition[], verdicts: ReadonlyMap<string, Verdict>): readonly LayerDefinition[] {
	const having = (verdict: Verdict['verdict']) => found.filter(({ kind }) => verdicts.get(kind)?.verdict === verdict);
	return [...having('fits'), ...having('problem')];
}
