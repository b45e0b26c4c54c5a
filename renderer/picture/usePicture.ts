import { useMemo } from 'react';
import type { GraphDocument } from '#shared/graph/document.ts';
import type { Drawing } from '#shared/picture/drawing.ts';
import { drawNetwork, type PictureOptions } from '#shared/picture/drawNetwork.ts';
import { svgText } from '#shared/picture/svg.ts';
import { useDocumentStore } from '../document/documentStore.ts';
import { useDerivedStore } from '../document/selectors.ts';
import { useText } from '../text/useText.ts';

export interface NetworkPicture {
	readonly document: GraphDocument;
	readonly drawing: Drawing;
	readonly svg: string;
}

/** The picture of the document as it is; `null` without one. */
export function usePicture({ theme, hasTitle, only }: PictureOptions): NetworkPicture | null {
	const { format } = useText();
	const document = useDocumentStore((state) => state.document);
	const inference = useDerivedStore((state) => state.inference);
	const dataset = useDerivedStore((state) => state.dataset);
	return useMemo(() => {
		if (!document || !inference) return null;
		const drawing = drawNetwork(document, inference, { theme, hasTitle, ...(only ? { only } : {}) }, { dataset, formatter: format });
		return { document, drawing, svg: svgText(drawing) };
	}, [document, inference, dataset, format, theme, hasTitle, only]);
}
