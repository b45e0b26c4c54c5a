import { type GraphDocument, graphDocumentSchema } from '#shared/graph/document.ts';
import type { Message } from '#shared/text/message.ts';

/** Something in a file that was put right while it was read. */
export interface Repair {
	/** Where in the document, in words. */
	readonly place: string;
	readonly message: Message;
}

/** Reads the text of a document file; throws a `Problem` that names the file and the place in it. */
export type ReadDocument = (text: string, name: string) => { readonly document: GraphDocument; readonly repairs: readonly Repair[] };

export const readDocument: ReadDocument = (text) => ({ document: graphDocumentSchema.parse(JSON.parse(text)), repairs: [] });
