import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HistoryFiles } from './historyFiles.ts';

let folder = '';
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'layerloom-history-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('kept histories', () => {
	it('are the last one of each document, whatever its id holds', async () => {
		const files = new HistoryFiles(join(folder, 'new'));
		await Promise.all([files.keep('../a', 'one'), files.keep('../a', 'two'), files.keep('b', 'three')]);
		expect(await Promise.all(['../a', 'b', 'c'].map((id) => files.read(id)))).toEqual(['two', 'three', null]);
		expect(await readdir(folder)).toEqual(['new']);
	});

	it('are at most fifty', async () => {
		const files = new HistoryFiles(folder);
		for (let number = 0; number < 53; number++) await files.keep(String(number), 'steps');
		expect(await readdir(folder)).toHaveLength(50);
	});

	it('refuse to be written where there is no folder, and read as none there', async () => {
		await writeFile(join(folder, 'file'), '');
		const files = new HistoryFiles(join(folder, 'file'));
		await expect(files.keep('a', 'steps')).rejects.toThrow();
		expect(await files.read('a')).toBeNull();
	});
});
