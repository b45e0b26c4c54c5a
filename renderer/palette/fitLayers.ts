import { judgeConnection, type Verdict } from '#shared/graph/connect.ts';
import { createNode } from '#shared/graph/create.ts';
import type { GraphDocument } from '#shared/graph/document.ts';
import { applyEdits } from '#shared/graph/edit.ts';
import type { InferenceContext } from '#shared/inference/context.ts';
import { inferShapes } from '#shared/inference/inferShapes.ts';
import { catalogue } from '#shared/layers/catalogue.ts';
import type { LayerDefinition } from '#shared/layers/defineLayer.ts';

/** The output that a new layer would take. */
export interface FitStart {
	readonly node: string;
	readonly port: string;
}

/** What each kind of layer would make of an output: its size, or what speaks against it. Kinds without an input are refused. */
export function judgeKinds(document: GraphDocument, start: FitStart, context: InferenceContext): ReadonlyMap<string, Verdict> {
	// All kinds stand beside the network at once, so that its sizes are worked out a single time.
	let next = document;
	const trials: (readonly [kind: string, id: string, port: string])[] = [];
	for (const { kind, inputs } of catalogue) {
		const [input] = inputs;
		if (!input) continue;
		const node = createNode(next, kind, { x: 0, y: 0 });
		next = applyEdits(next, [{ kind: 'addNode', node }]);
		trials.push([kind, node.id, input.name]);
	}
	const inference = inferShapes(next, context);
	return new Map(
		trials.map(([kind, target, targetPort]) => [
			kind,
			judgeConnection(next, { source: start.node, sourcePort: start.port, target, targetPort }, { ...context, inference }),
		]),
	);
}

/** What fits comes first, in the order it had; what can be wired but makes a problem after it; the rest is left out. */
export function orderByFit(found: readonly LayerDefinition[], verdicts: ReadonlyMap<string, Verdict>): readonly LayerDefinition[] {
	const having = (verdict: Verdict['verdict']) => found.filter(({ kind }) => verdicts.get(kind)?.verdict === verdict);
	return [...having('fits'), ...having('problem')];
}
