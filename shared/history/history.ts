import { z } from 'zod';
import { type GraphDocument, graphDocumentSchema } from '../graph/document.ts';
import { serializeDocument } from '../graph/serialize.ts';
import type { Message } from '../text/message.ts';
import { applyPatch, type DocumentPatch, diffDocuments } from './patch.ts';

/** A step that can be gone to: its name, and the document there. Nearest last. */
export interface KeptStep {
	readonly label: Message;
	readonly document: GraphDocument;
}

export interface KeptHistory {
	readonly past: readonly KeptStep[];
	readonly future: readonly KeptStep[];
}

const MAX_STEPS = 300;
/** Characters of patches of each side. */
const MAX_LENGTH = 1_000_000;

const stepSchema = z.object({
	label: z.object({ id: z.string(), values: z.record(z.string(), z.json()).optional() }),
	patch: z.record(
		z.string(),
		z.union([
			z.object({ at: z.int().min(0), remove: z.int().min(0), insert: z.array(z.unknown()) }),
			z.object({ gone: z.literal(true) }),
			z.object({ set: z.unknown() }),
		]),
	),
});
const fileSchema = z.object({ version: z.literal(1), of: z.string(), past: z.array(stepSchema), future: z.array(stepSchema) });

/** The nearest 300 steps to both sides of `document` as text, each as what differs from its neighbour. */
export function packHistory(document: GraphDocument, { past, future }: KeptHistory): string {
	const of = fingerprint(document);
	return `{"version":1,"of":${JSON.stringify(of)},"past":${packSide(document, past)},"future":${packSide(document, future)}}`;
}

/** `null` for text that is none, is damaged, or belongs to another state of the document. */
export function unpackHistory(document: GraphDocument, text: string): KeptHistory | null {
	try {
		const { of, past, future } = fileSchema.parse(JSON.parse(text));
		if (of !== fingerprint(document)) return null;
		return { past: unpackSide(document, past), future: unpackSide(document, future) };
	} catch {
		return null;
	}
}

const packed = new WeakMap<GraphDocument, { readonly from: GraphDocument; readonly label: Message; readonly text: string }>();

function packStep(from: GraphDocument, { label, document }: KeptStep): string {
	const known = packed.get(document);
	if (known?.from === from && known.label === label) return known.text;
	const text = JSON.stringify({ label, patch: diffDocuments(from, document) });
	packed.set(document, { from, label, text });
	return text;
}

/** Nearest first, until there are enough. */
function packSide(document: GraphDocument, steps: readonly KeptStep[]): string {
	const texts: string[] = [];
	let from = document;
	let length = 0;
	for (const step of steps.slice(-MAX_STEPS).reverse()) {
		const text = packStep(from, step);
		length += text.length;
		if (length > MAX_LENGTH) break;
		texts.push(text);
		from = step.document;
	}
	return `[${texts.join(',')}]`;
}

/** Throws where a patch makes something that is no document. */
function unpackSide(document: GraphDocument, steps: readonly z.infer<typeof stepSchema>[]): readonly KeptStep[] {
	let at = document;
	const unpacked = steps.map(({ label, patch }) => {
		at = applyPatch(at, patch as DocumentPatch);
		return { label: label as Message, document: at };
	});
	// Later documents are made of the items of earlier ones: the farthest one and the patches show what is damaged.
	graphDocumentSchema.parse(at);
	return unpacked.reverse();
}

/** FNV-1a of the text of its file, so that steps never go with another document. */
function fingerprint(document: GraphDocument): string {
	const text = serializeDocument(document);
	let hash = 0x811c9dc5;
	for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
	return `${text.length}-${(hash >>> 0).toString(16)}`;
}
