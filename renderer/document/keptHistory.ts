import type { GraphDocument } from '#shared/graph/document.ts';
import { type KeptStep, packHistory, unpackHistory } from '#shared/history/history.ts';
import type { Host } from '../host.ts';
import { type DocumentState, type HistoryStep, useDocumentStore } from './documentStore.ts';

const QUIET_MS = 800;

const asKept = ({ label, before }: HistoryStep): KeptStep => ({ label, document: before });
const asStep = ({ label, document }: KeptStep): HistoryStep => ({ label, before: document, mergeKey: null, at: 0 });

/** Keeps the steps in the program after each pause, so that undo goes on after a restart. A convenience: what fails is not told. */
export function watchHistory(host: Host): void {
	let timer: ReturnType<typeof setTimeout> | null = null;
	let waiting: DocumentState | null = null;
	const keep = (): void => {
		if (timer !== null) clearTimeout(timer);
		timer = null;
		const state = waiting;
		waiting = null;
		if (!state?.document) return;
		const { document, past, future } = state;
		const text = packHistory(document, { past: past.map(asKept), future: future.map(asKept) });
		host.documents.keepHistory({ documentId: document.id, text }).catch(() => undefined);
	};
	useDocumentStore.subscribe((state, before) => {
		// Another document goes on the canvas: what waits belongs to the one before.
		if (state.document?.id !== before.document?.id) keep();
		if (state.document === before.document || (state.past.length === 0 && state.future.length === 0)) return;
		waiting = state;
		if (timer !== null) clearTimeout(timer);
		timer = setTimeout(keep, QUIET_MS);
	});
	window.addEventListener('pagehide', keep);
}

/** Brings the steps of a document back that was just opened, if they lead to exactly this state of it. */
export async function recallHistory(host: Host, document: GraphDocument): Promise<void> {
	const { text } = await host.documents.history({ documentId: document.id }).catch(() => ({ text: null }));
	const history = text === null ? null : unpackHistory(document, text);
	const state = useDocumentStore.getState();
	if (!history || state.document !== document || state.past.length + state.future.length > 0) return;
	useDocumentStore.setState({ past: history.past.map(asStep), future: history.future.map(asStep) });
}
