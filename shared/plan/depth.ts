import type { GraphDocument, NodeId } from '../graph/document.ts';
import { incomingEdges } from '../graph/query.ts';
import type { Inference } from '../inference/inference.ts';
import { writtenOut } from '../inference/inferShapes.ts';

/** Layers with a kernel on the longest way from input to answer, as papers count depth: LeNet-5 → 5, ResNet-20 → 20. */
export function networkDepth(document: GraphDocument, inference: Inference): number {
	// Copies of a repeated group stand behind each other.
	const out = writtenOut(inference);
	return out ? depthOf(out.expansion.document, out.inference) : depthOf(document, inference);
}

function depthOf(document: GraphDocument, inference: Inference): number {
	const depths = new Map<NodeId, number>();
	let deepest = 0;
	for (const id of inference.order) {
		if (!inference.included.has(id)) continue;
		const before = Math.max(0, ...incomingEdges(document, id).map((edge) => depths.get(edge.source) ?? 0));
		const hasKernel = inference.nodes.get(id)?.weights.some((weight) => weight.shape.length > 1) ?? false;
		const depth = before + (hasKernel ? 1 : 0);
		depths.set(id, depth);
		deepest = Math.max(deepest, depth);
	}
	return deepest;
}
