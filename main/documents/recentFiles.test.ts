import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listFiles } from './fileBrowser.ts';
import { RecentFiles } from './recentFiles.ts';

let folder = '';
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'layerloom-recent-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const entry = (path: string) => ({ path, name: 'net', openedAt: '2030-01-01T00:00:00.000Z', weights: 61_706 });

describe('recent files', () => {
	it('are listed newest first, each once, and say when the file is gone', async () => {
		const recent = new RecentFiles(join(folder, 'recent.json'));
		const [a, b] = [join(folder, 'a.loom.json'), join(folder, 'b.loom.json')];
		await writeFile(a, '');
		for (const path of [a, b, a]) await recent.add(entry(path));
		expect(await new RecentFiles(join(folder, 'recent.json')).list()).toEqual([
			{ ...entry(a), isMissing: false },
			{ ...entry(b), isMissing: true },
		]);
		await recent.remove(b);
		expect(await recent.list()).toHaveLength(1);
	});

	it('are at most twenty', async () => {
		const recent = new RecentFiles(join(folder, 'recent.json'));
		await Promise.all(Array.from({ length: 25 }, (_, number) => recent.add(entry(`/documents/${number}`))));
		expect(await recent.list()).toHaveLength(20);
	});

	it('begin anew when the list is damaged', async () => {
		await writeFile(join(folder, 'recent.json'), '[{"path":');
		const recent = new RecentFiles(join(folder, 'recent.json'));
		expect(await recent.list()).toEqual([]);
		await recent.add(entry('/a'));
		expect(await recent.list()).toHaveLength(1);
	});
});

describe('the file browser', () => {
	it('lists folders, then documents, as people sort them, and nothing else', async () => {
		for (const name of ['net 10.loom.json', 'net 2.loom.json', 'notes.txt', '.hidden.loom.json']) await writeFile(join(folder, name), '');
		await mkdir(join(folder, 'zoo'));
		const listing = await listFiles(folder, 'documents');
		expect(listing.entries.map(({ name, kind }) => [name, kind])).toEqual([
			['zoo', 'folder'],
			['net 2.loom.json', 'file'],
			['net 10.loom.json', 'file'],
		]);
		expect(listing.parent).toBe(tmpdir());
		expect((await listFiles(folder, 'folders')).entries.map(({ name }) => name)).toEqual(['zoo']);
		expect((await listFiles('/', 'folders')).parent).toBeNull();
	});

	it('says why a folder cannot be listed', async () => {
		await expect(listFiles(join(folder, 'gone'), 'documents')).rejects.toMatchObject({
			userMessage: { id: 'documents.problem.listFault' },
		});
	});
});
