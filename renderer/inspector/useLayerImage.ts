import type { NodeId } from '#shared/graph/document.ts';
import { incomingEdges } from '#shared/graph/query.ts';
import { layerDefinition } from '#shared/layers/catalogue.ts';
import { isSameShape, type MaybeShape } from '#shared/tensor/shape.ts';
import { useDocumentStore } from '../document/documentStore.ts';
import { useDerivedStore } from '../document/selectors.ts';
import { useSampleImages } from '../glyph/sampleImages.ts';

/** One sample of the data, where the layer gets the data itself: wired to the input, at the dataset's own size. */
export function useLayerImage(node: NodeId, input: MaybeShape): string | null {
	const reference = useDocumentStore(({ document }) => {
		if (!document) return null;
		const sources = incomingEdges(document, node).map((edge) => document.nodes.find((other) => other.id === edge.source));
		const isAtInput = sources.length === 1 && layerDefinition(sources[0]?.kind ?? '')?.endpoint === 'source';
		return isAtInput ? document.dataset : null;
	});
	const fits = useDerivedStore(({ dataset }) => dataset !== null && input !== null && isSameShape(dataset.shape, input));
	return useSampleImages(fits ? reference : null, 1)[0] ?? null;
}
