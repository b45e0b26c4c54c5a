import { create } from 'zustand';
import type { GraphDocument } from '#shared/graph/document.ts';
import { type Message, message } from '#shared/text/message.ts';
import { leaveDocument, startDocument } from '../document/documentFiles.ts';
import { newDocumentId } from '../document/newId.ts';
import { reportProblem } from '../host/report.ts';
import type { Host } from '../host.ts';
import { asMessage, isAbort, problemOf } from '../hostProblem.ts';
import { currentFormatter } from '../text/useText.ts';
import { tryStartWeights } from '../training/startWeights.ts';
import { announce } from '../view/announce.ts';

/** A model that was read and is not open yet. */
export interface ReadModel {
	readonly document: GraphDocument;
	readonly title: Message;
	readonly weights: number;
	readonly notes: readonly Message[];
	readonly placeholders: readonly { readonly name: string; readonly reason: Message }[];
}

export type ImportState =
	| { readonly kind: 'idle' }
	/** `share` is `null` where it is not known. */
	| { readonly kind: 'reading'; readonly name: string; readonly stage: Message; readonly share: number | null }
	| { readonly kind: 'refused'; readonly name: string; readonly problem: Message }
	| { readonly kind: 'read'; readonly name: string; readonly model: ReadModel };

interface ImportStore {
	readonly state: ImportState;
}

export const useImportStore = create<ImportStore>()(() => ({ state: { kind: 'idle' } }));

/** Ends the import that is under way. */
let controller: AbortController | null = null;
/** Of a file that goes over in one piece. */
const PART_BYTES = 6_000_000;

function show(state: ImportState): void {
	useImportStore.setState({ state });
}

/** Reads a model from a path and shows what is in it. */
export async function importModelAt(host: Host, path: string): Promise<void> {
	await read(path.split(/[\\/]/).at(-1) ?? path, (signal) => host.imports.read({ path }, { signal }));
}

/** Reads dropped files: the model, and those that belong to it. */
export async function importDropped(host: Host, files: readonly File[]): Promise<void> {
	const model = files.find(({ name }) => isModelName(name));
	if (!model) return;
	const upload = newDocumentId();
	const bytes = files.reduce((sum, { size }) => sum + size, 0);
	await read(model.name, async (signal) => {
		let sent = 0;
		for (const file of files) {
			for (let part = 0; part === 0 || part * PART_BYTES < file.size; part++) {
				signal.throwIfAborted();
				const data = await toBase64(file.slice(part * PART_BYTES, (part + 1) * PART_BYTES));
				await host.imports.receive({ upload, name: file.name, part, data }, { signal });
				sent += Math.min(PART_BYTES, file.size - part * PART_BYTES);
				show({ kind: 'reading', name: model.name, stage: message('importing.stage.receiving'), share: sent / Math.max(1, bytes) });
			}
		}
		return host.imports.read({ upload, name: model.name }, { signal });
	});
}

/** Puts the model that was read on the canvas, in place of what is there. */
export async function openImported(host: Host, { document, placeholders }: ReadModel): Promise<void> {
	if (!(await leaveDocument(host))) return;
	show({ kind: 'idle' });
	startDocument(document);
	announce(currentFormatter().text(message('importing.opened', { name: document.name, layers: document.nodes.length })));
	// Ready to be tried, tested and exported; where layers are missing there is nothing to ask yet.
	if (placeholders.length === 0) await tryStartWeights(host, document).catch(reportProblem);
}

export function cancelImport(): void {
	controller?.abort();
	controller = null;
	show({ kind: 'idle' });
}

/** By its ending; our own documents are opened, not imported. */
export function isModelName(name: string): boolean {
	return /\.(keras|h5|hdf5|onnx|json|zip)$/i.test(name) && !/\.loom\.json$/i.test(name);
}

type Events = Awaited<ReturnType<Host['imports']['read']>>;

async function read(name: string, start: (signal: AbortSignal) => Promise<Events>): Promise<void> {
	controller?.abort();
	const own = new AbortController();
	controller = own;
	show({ kind: 'reading', name, stage: message('importing.stage.reading'), share: null });
	try {
		for await (const event of await start(own.signal)) {
			if (own.signal.aborted) return;
			if (event.kind === 'progress') show({ kind: 'reading', name, stage: asMessage(event.stage), share: null });
			else {
				const { document, title, weights, notes, placeholders } = event;
				const reasons = placeholders.map((placeholder) => ({ name: placeholder.name, reason: asMessage(placeholder.reason) }));
				show({
					kind: 'read',
					name,
					model: { document, title: asMessage(title), weights, notes: notes.map(asMessage), placeholders: reasons },
				});
			}
		}
	} catch (error) {
		if (own.signal.aborted || isAbort(error)) return;
		show({ kind: 'refused', name, problem: problemOf(error) });
	}
}

async function toBase64(blob: Blob): Promise<string> {
	return new Promise((resolve, reject) => {
		const reader = new FileReader();
		reader.onload = () => resolve(String(reader.result).split(',').at(1) ?? '');
		reader.onerror = () => reject(reader.error ?? new Error('the file cannot be read'));
		reader.readAsDataURL(blob);
	});
}
