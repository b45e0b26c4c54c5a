import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import envPaths from 'env-paths';

/** Where this person's things lie. */
export interface UserFolders {
	/** Runs, working states, recent files, caches. */
	readonly dataFolder: string;
	/** Where documents are offered and saved first. */
	readonly documentsFolder: string;
}

/**
 * The folders that the system keeps for programs; the same for window, browser and command line, so that a run made in one is seen
 * in the others. `LAYERLOOM_DATA_DIR` and `LAYERLOOM_DOCUMENTS_DIR` move them: for tests, and for a stick in a classroom.
 */
export function findUserFolders(environment: NodeJS.ProcessEnv = process.env): UserFolders {
	const { LAYERLOOM_DATA_DIR: data, LAYERLOOM_DOCUMENTS_DIR: documents } = environment;
	return {
		dataFolder: data ? resolve(data) : envPaths('layerloom', { suffix: '' }).data,
		documentsFolder: documents ? resolve(documents) : defaultDocumentsFolder(),
	};
}

function defaultDocumentsFolder(): string {
	const documents = join(homedir(), 'Documents');
	return join(existsSync(documents) ? documents : homedir(), 'Layerloom');
}
