import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The clone under test. */
export const projectFolder = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Folders of one test: the program's data and the person's documents; gone when the test is over. */
export interface TestFolders {
	readonly data: string;
	readonly documents: string;
	remove(): void;
}

export function makeTestFolders(): TestFolders {
	const root = mkdtempSync(join(tmpdir(), 'layerloom-e2e-'));
	return {
		data: join(root, 'data'),
		documents: join(root, 'documents'),
		remove: () => rmSync(root, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }),
	};
}
