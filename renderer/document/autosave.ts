import { useConnectionStore } from '../host/connectionStore.ts';
import type { Host } from '../host.ts';
import { type DocumentState, hasUnsavedChanges, useDocumentStore } from './documentStore.ts';
import { forHost } from './wire.ts';

const QUIET_MS = 500;

/**
 * Keeps the working state in the program after each pause of half a second, when the page is hidden or left,
 * and when the connection comes back. A lost connection is told by the banner; what was not kept is sent again.
 */
export function watchAutosave(host: Host): void {
	let timer: ReturnType<typeof setTimeout> | null = null;
	let kept: DocumentState['document'] = null;
	let keptPath: string | null = null;

	const keep = async (): Promise<void> => {
		if (timer !== null) clearTimeout(timer);
		timer = null;
		const state = useDocumentStore.getState();
		const { document, path } = state;
		if (!document || (document === kept && path === keptPath)) return;
		kept = document;
		keptPath = path;
		try {
			await host.documents.autosave({ document: forHost(document), path, hasUnsavedChanges: hasUnsavedChanges(state) });
		} catch {
			// Lost on the way: the next edit or connection sends the newest state again.
			kept = null;
		}
	};

	useDocumentStore.subscribe((state, before) => {
		if (state.document === before.document && state.path === before.path && state.saved === before.saved) return;
		if (state.saved !== before.saved) kept = null;
		if (timer !== null) clearTimeout(timer);
		timer = setTimeout(() => void keep(), QUIET_MS);
	});
	useConnectionStore.subscribe((state, before) => {
		if (state.generation !== before.generation) void keep();
	});
	window.addEventListener('pagehide', () => void keep());
	globalThis.document.addEventListener('visibilitychange', () => {
		if (globalThis.document.visibilityState === 'hidden') void keep();
	});
	void keep();
}
