import type { GraphDocument } from '#shared/graph/document.ts';
import { loadDocument } from '#shared/graph/load.ts';
import type { Repair } from '#shared/graph/repair.ts';
import { message } from '#shared/text/message.ts';
import { Problem } from '../problem.ts';

export interface ReadText {
	readonly document: GraphDocument;
	/** What was put right while it was read. */
	readonly repairs: readonly Repair[];
}

/** Reads the text of a document file; throws a `Problem` that names the file and the place in it. */
export function readDocument(text: string, name: string): ReadText {
	const loaded = loadDocument(text);
	if (!loaded.ok) throw new Problem(message('documents.problem.notLoaded', { name, reason: loaded.problem }));
	return loaded.value;
}
