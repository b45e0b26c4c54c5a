import type { z } from 'zod';
import type { GraphDocument, graphDocumentSchema } from '#shared/graph/document.ts';

/** The same document under the contract's type, which knows no `readonly`; the contract only reads it. */
export function forHost(document: GraphDocument): z.infer<typeof graphDocumentSchema> {
	return document as z.infer<typeof graphDocumentSchema>;
}
