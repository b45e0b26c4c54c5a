import type { Host } from '../host.ts';
import { askPath, type PathPurpose } from './dialogStore.ts';
import { useSessionStore } from './sessionStore.ts';

/** What a picker lists besides folders. */
export const shownFor = { openDocument: 'documents', saveDocument: 'documents', folder: 'folders', importModel: 'models' } as const;

/**
 * Asks for a file or folder, natively where the host can, else with the window's own picker; `null` when the user backs out.
 * `choosePath(host, 'folder')` gives the absolute path of a folder.
 */
export function choosePath(host: Host, purpose: PathPurpose, suggestedName = ''): Promise<string | null> {
	if (!useSessionStore.getState().info?.hasNativeDialogs) return askPath(purpose, suggestedName);
	if (purpose === 'saveDocument') return host.files.chooseSave({ suggestedName });
	return host.files.chooseOpen({ show: shownFor[purpose] });
}
