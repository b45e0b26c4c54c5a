import { mkdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { listFiles } from '../documents/fileBrowser.ts';
import type { ServiceOptions } from './options.ts';
import type { Requests } from './requests.ts';

/** Choosing files and folders, by the system's dialogs or the window's own. */
export function createFileRequests({ dialogs, reveal, documentsFolder }: ServiceOptions): Requests['files'] {
	return {
		async list({ path, show }) {
			if (path !== null) return listFiles(path, show);
			// The folder may not exist before the first document; a home folder always does.
			await mkdir(documentsFolder, { recursive: true }).catch(() => undefined);
			return listFiles(documentsFolder, show).catch(() => listFiles(homedir(), show));
		},
		async chooseOpen({ show }) {
			return dialogs ? dialogs.chooseOpen(show) : null;
		},
		async chooseSave({ suggestedName }) {
			return dialogs ? dialogs.chooseSave(suggestedName) : null;
		},
		async reveal({ path }) {
			return reveal ? reveal(path) : false;
		},
	};
}
