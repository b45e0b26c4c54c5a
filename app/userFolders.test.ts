import { homedir } from 'node:os';
import { resolve, sep } from 'node:path';
import { expect, it } from 'vitest';
import { findUserFolders } from './userFolders.ts';

it('a person’s things lie in folders of their own account', () => {
	const { dataFolder, documentsFolder } = findUserFolders({});
	expect(dataFolder).toContain('layerloom');
	expect(documentsFolder.startsWith(homedir())).toBe(true);
	expect(documentsFolder.endsWith(`${sep}Layerloom`)).toBe(true);
});

it('the environment moves them, to a stick or a test’s own folder', () => {
	const moved = findUserFolders({ LAYERLOOM_DATA_DIR: 'stick/data', LAYERLOOM_DOCUMENTS_DIR: 'stick/documents' });
	expect(moved).toEqual({ dataFolder: resolve('stick/data'), documentsFolder: resolve('stick/documents') });
});
