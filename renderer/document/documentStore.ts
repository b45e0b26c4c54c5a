import { create } from 'zustand';

import type { GraphDocument } from '#shared/graph/document.ts';
import { applyEdits, type Edit } from '#shared/graph/edit.ts';
import { isSameData } from '#shared/json.ts';
import type { Message } from '#shared/text/message.ts';

/** A finished step: what it was called and the document before it. Documents share structure, so a step is small. */
export interface HistoryStep {
	readonly label: Message;
	readonly before: GraphDocument;
	readonly mergeKey: string | null;
	readonly at: number;
}

/** How an edit enters the history: `merge` joins the last step of the same key when it came within a second. */
export interface EditPolicy {
	readonly label: Message;
	readonly mergeKey?: string;
}

export interface DocumentState {
	readonly document: GraphDocument | null;
	/** File on disk; `null` until saved. */
	readonly path: string | null;
	/** The document as it is on disk, to tell whether there are changes. */
	readonly saved: GraphDocument | null;
	readonly past: readonly HistoryStep[];
	readonly future: readonly HistoryStep[];
	/** What there was when the gesture began that goes on; `null` without one. */
	readonly gesture: Timeline | null;
	/** Replaces the document and its history. */
	open(document: GraphDocument, path: string | null, options?: { readonly hasUnsavedChanges?: boolean }): void;
	close(): void;
	/** The one way to change a document. Edits that change nothing leave no step. */
	edit(edits: readonly Edit[], policy: EditPolicy): void;
	/** Until it ends, all edits of a gesture (a number that is dragged) are one step, however long it takes. */
	beginGesture(): void;
	/** What came back to where it began leaves no step. */
	endGesture(): void;
	/** Takes everything back that was done since the gesture began; it goes on until it ends. */
	cancelGesture(): void;
	undo(): void;
	redo(): void;
	/** Goes to where `steps` steps are done: 0 undoes all, the number of past and future steps redoes all. */
	jumpTo(steps: number): void;
	markSaved(path: string, document: GraphDocument): void;
}

interface Timeline {
	readonly document: GraphDocument;
	readonly past: readonly HistoryStep[];
	readonly future: readonly HistoryStep[];
}

function stepBack({ document, past, future }: Timeline): Timeline | null {
	const last = past.at(-1);
	return last
		? { document: last.before, past: past.slice(0, -1), future: [...future, { ...last, before: document, mergeKey: null }] }
		: null;
}

function stepForward({ document, past, future }: Timeline): Timeline | null {
	const next = future.at(-1);
	return next
		? { document: next.before, past: [...past, { ...next, before: document, mergeKey: null }], future: future.slice(0, -1) }
		: null;
}

const MERGE_WINDOW_MS = 1000;

export const useDocumentStore = create<DocumentState>()((set, get) => ({
	document: null,
	path: null,
	saved: null,
	past: [],
	future: [],
	gesture: null,
	open: (document, path, options) =>
		set({ document, path, saved: options?.hasUnsavedChanges ? null : document, past: [], future: [], gesture: null }),
	close: () => set({ document: null, path: null, saved: null, past: [], future: [], gesture: null }),
	edit: (edits, policy) => {
		const { document, past, gesture } = get();
		if (!document) return;
		const next = applyEdits(document, edits);
		if (next === document) return;
		const at = Date.now();
		const last = past.at(-1);
		const mergeKey = policy.mergeKey ?? null;
		const isBurst = mergeKey !== null && last?.mergeKey === mergeKey && at - last.at < MERGE_WINDOW_MS;
		const joins = last !== undefined && (gesture ? past.length > gesture.past.length : isBurst);
		const step: HistoryStep = { label: policy.label, before: joins ? last.before : document, mergeKey: gesture ? null : mergeKey, at };
		set({ document: next, past: joins ? [...past.slice(0, -1), step] : [...past, step], future: [] });
	},
	beginGesture: () => {
		const { document, past, future } = get();
		if (document) set({ gesture: { document, past, future } });
	},
	endGesture: () => {
		const { document, gesture } = get();
		if (gesture && isSameData(document, gesture.document)) set({ ...gesture });
		set({ gesture: null });
	},
	cancelGesture: () => {
		const { gesture } = get();
		if (gesture) set({ ...gesture });
	},
	undo: () => {
		const { document, past, future } = get();
		const moved = document && stepBack({ document, past, future });
		if (moved) set(moved);
	},
	redo: () => {
		const { document, past, future } = get();
		const moved = document && stepForward({ document, past, future });
		if (moved) set(moved);
	},
	jumpTo: (steps) => {
		const state = get();
		if (!state.document) return;
		let moved = { document: state.document, past: state.past, future: state.future };
		for (let next = stepBack(moved); next && moved.past.length > steps; next = stepBack(moved)) moved = next;
		for (let next = stepForward(moved); next && moved.past.length < steps; next = stepForward(moved)) moved = next;
		if (moved.document !== state.document) set(moved);
	},
	markSaved: (path, document) => set({ path, saved: document }),
}));

/** True while the document holds something that is in no file. */
export function hasUnsavedChanges(state: Pick<DocumentState, 'document' | 'saved'>): boolean {
	return state.document !== null && state.document !== state.saved;
}
