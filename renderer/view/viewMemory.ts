import { z } from 'zod';
import { useDocumentStore } from '../document/documentStore.ts';
import { useViewStore } from './viewStore.ts';

const STORAGE_KEY = 'layerloom.view';

const rememberedViewSchema = z.object({
	documentId: z.string(),
	mode: z.enum(['build', 'train', 'explain', 'lab']),
	selection: z.array(z.string()),
	inside: z.string().nullable().default(null),
	inspectorTab: z.enum(['layer', 'network', 'data', 'training', 'answer']),
	drawerTab: z.enum(['problems', 'runs', 'layers', 'history', 'pictures', 'confusion']),
	isDrawerOpen: z.boolean(),
	run: z.string().nullable(),
});

export type RememberedView = z.infer<typeof rememberedViewSchema>;

/** What this window showed before it was reloaded; `null` in a new window. */
export function recallView(): RememberedView | null {
	const stored = sessionStorage.getItem(STORAGE_KEY);
	if (stored === null) return null;
	try {
		return rememberedViewSchema.parse(JSON.parse(stored));
	} catch {
		return null;
	}
}

/** Keeps what is looked at over a reload of the page; per window, so that two windows do not fight. */
export function watchView(): void {
	const remember = (): void => {
		const { document } = useDocumentStore.getState();
		const view = useViewStore.getState();
		if (!document || view.page !== 'canvas') {
			sessionStorage.removeItem(STORAGE_KEY);
			return;
		}
		const remembered: RememberedView = {
			documentId: document.id,
			mode: view.mode,
			selection: [...view.selection],
			inside: view.inside,
			inspectorTab: view.inspectorTab,
			drawerTab: view.drawerTab,
			isDrawerOpen: view.isDrawerOpen,
			run: view.run,
		};
		sessionStorage.setItem(STORAGE_KEY, JSON.stringify(remembered));
	};
	useViewStore.subscribe(remember);
	useDocumentStore.subscribe((state, before) => {
		if (state.document?.id !== before.document?.id) remember();
	});
	remember();
}
