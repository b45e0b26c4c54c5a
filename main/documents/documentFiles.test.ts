import {
	chmod,
	link,
	lstat,
	mkdir,
	mkdtemp,
	open,
	readdir,
	readFile,
	rename,
	rm,
	stat,
	symlink,
	truncate,
	writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDocument } from '#shared/graph/create.ts';
import { serializeDocument } from '#shared/graph/serialize.ts';
import { lenet5 } from '#shared/templates/lenet.ts';
import type { FileCalls } from '../atomicFile.ts';
import { words } from '../words.ts';
import { DocumentFiles } from './documentFiles.ts';
import { KnownFiles } from './knownFiles.ts';

let folder = '';
let path = '';
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'layerloom-documents-'));
	path = join(folder, 'net.loom.json');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const first = lenet5.build('first');
const second = { ...first, name: 'changed' };

/** File calls of which one fails with a code of the system, as on a full disk. */
function failing(where: 'open' | 'write' | 'sync' | 'rename', code: string): FileCalls {
	const fault = Object.assign(new Error(`${code}: made by the test`), { code });
	return {
		async open(target, flags, mode) {
			if (where === 'open') throw fault;
			const handle = await open(target, flags, mode);
			return {
				writeFile: async (data: string | Uint8Array) => {
					// A full disk takes the beginning and refuses the rest.
					await handle.writeFile(where === 'write' ? data.slice(0, 100) : data);
					if (where === 'write') throw fault;
				},
				sync: async () => {
					if (where === 'sync') throw fault;
					await handle.sync();
				},
				close: () => handle.close(),
			} as Awaited<ReturnType<FileCalls['open']>>;
		},
		async rename(from, to) {
			if (where === 'rename') throw fault;
			await rename(from, to);
		},
	};
}

describe('saving a document', () => {
	it('writes a file that opens as the same document', async () => {
		const files = new DocumentFiles();
		await files.save(path, first, false);
		expect((await new DocumentFiles().open(path)).document).toEqual(first);
		expect((await new DocumentFiles().open(path)).repairs).toEqual([]);
	});

	it.each([
		['the disk is full while the file is opened', 'open', 'ENOSPC', 'documents.problem.diskFull'],
		['the disk is full in the middle', 'write', 'ENOSPC', 'documents.problem.diskFull'],
		['the disk is full when it is flushed', 'sync', 'ENOSPC', 'documents.problem.diskFull'],
		['the quota is used up', 'write', 'EDQUOT', 'documents.problem.diskFull'],
		['the folder is read-only', 'open', 'EROFS', 'documents.problem.notWritable'],
		['the account may not write', 'open', 'EACCES', 'documents.problem.notWritable'],
		['the folder is gone', 'open', 'ENOENT', 'documents.problem.folderGone'],
		['the drive breaks', 'sync', 'EIO', 'documents.problem.writeFault'],
		['the file cannot be put in its place', 'rename', 'EPERM', 'documents.problem.notWritable'],
	] as const)('leaves the old file as it was when %s', async (_what, where, code, id) => {
		await new DocumentFiles().save(path, first, false);
		const before = await readFile(path);
		const saving = new DocumentFiles(undefined, failing(where, code)).save(path, second, true);
		await expect(saving).rejects.toMatchObject({ userMessage: { id } });
		expect(await readFile(path)).toEqual(before);
		expect(await readdir(folder)).toEqual(['net.loom.json']);
	});

	it('says what happened and what to do, with the names', async () => {
		const error: unknown = await new DocumentFiles(undefined, failing('write', 'ENOSPC'))
			.save(path, first, true)
			.catch((caught: unknown) => caught);
		expect(error).toHaveProperty('userMessage');
		const text = words.text((error as { userMessage: Parameters<typeof words.text>[0] }).userMessage);
		expect(text).toContain(folder);
		expect(text).toContain('net.loom.json was not saved');
		expect(text).toContain('Free some space');
	});

	it('names a folder that does not exist', async () => {
		await expect(new DocumentFiles().save(join(folder, 'gone', 'net.loom.json'), first, false)).rejects.toMatchObject({
			userMessage: { id: 'documents.problem.folderGone' },
		});
		await mkdir(join(folder, 'folder.loom.json'));
		await expect(new DocumentFiles().save(join(folder, 'folder.loom.json'), first, true)).rejects.toMatchObject({
			userMessage: { id: 'documents.problem.isFolder' },
		});
	});

	it('keeps permissions and follows a link to the file', async () => {
		await writeFile(path, 'old');
		await chmod(path, 0o640);
		const shortcut = join(folder, 'shortcut.loom.json');
		await symlink(path, shortcut);
		await new DocumentFiles().save(shortcut, first, true);
		expect((await stat(path)).mode & 0o777).toBe(0o640);
		expect((await new DocumentFiles().open(path)).document.id).toBe('first');
	});

	it('one save after the other ends with the last', async () => {
		const files = new DocumentFiles();
		await Promise.all(Array.from({ length: 20 }, (_, number) => files.save(path, { ...first, name: `name ${number}` }, true)));
		expect((await files.open(path)).document.name).toBe('name 19');
		expect(await readdir(folder)).toEqual(['net.loom.json']);
	});
});

describe('saving over a file that exists', () => {
	it('is refused unless asked for', async () => {
		await writeFile(path, 'somebody else’s');
		await expect(new DocumentFiles().save(path, first, false)).rejects.toMatchObject({ userMessage: { id: 'documents.problem.exists' } });
		expect(await readFile(path, 'utf8')).toBe('somebody else’s');
		await new DocumentFiles().save(path, first, true);
		expect((await new DocumentFiles().open(path)).document).toEqual(first);
	});

	it('is fine for the document that came from it, again and again', async () => {
		const files = new DocumentFiles();
		await files.save(path, first, false);
		await files.save(path, second, false);
		await files.save(path, first, false);
		expect((await files.open(path)).document.name).toBe(first.name);
	});

	it('is refused when another program changed it since', async () => {
		const files = new DocumentFiles();
		await files.save(path, first, false);
		const other = new DocumentFiles();
		await other.open(path);
		await other.save(path, { ...first, name: 'changed by the other' }, false);
		await expect(files.save(path, second, false)).rejects.toMatchObject({
			userMessage: { id: 'documents.problem.changedElsewhere', values: { name: 'net.loom.json' } },
		});
		expect((await other.open(path)).document.name).toBe('changed by the other');
		await files.save(path, second, true);
		expect((await other.open(path)).document.name).toBe('changed');
	});

	it('is fine and refused alike after the program was started again', async () => {
		const list = join(folder, 'known.json');
		await new DocumentFiles(new KnownFiles(list)).save(path, first, false);
		await new DocumentFiles(new KnownFiles(list)).save(path, second, false);
		await writeFile(path, serializeDocument({ ...first, name: 'changed meanwhile' }));
		await expect(new DocumentFiles(new KnownFiles(list)).save(path, first, false)).rejects.toMatchObject({
			userMessage: { id: 'documents.problem.changedElsewhere' },
		});
		await writeFile(list, 'damaged');
		await expect(new DocumentFiles(new KnownFiles(list)).save(path, first, false)).rejects.toMatchObject({
			userMessage: { id: 'documents.problem.exists' },
		});
	});

	it('is refused for another document, even though this program wrote the file', async () => {
		const files = new DocumentFiles();
		await files.save(path, first, false);
		await expect(files.save(path, createDocument({ id: 'other', name: 'other' }), false)).rejects.toMatchObject({
			userMessage: { id: 'documents.problem.exists' },
		});
	});

	it('is refused when what stands there cannot be read', async () => {
		await symlink(path, path);
		await expect(new DocumentFiles().save(path, first, false)).rejects.toMatchObject({
			userMessage: { id: 'documents.problem.readFault', values: { name: 'net.loom.json' } },
		});
		expect((await lstat(path)).isSymbolicLink()).toBe(true);
	});

	it('is fine when the file was deleted since', async () => {
		const files = new DocumentFiles();
		await files.save(path, first, false);
		await rm(path);
		await files.save(path, second, false);
		expect((await files.open(path)).document.name).toBe('changed');
	});
});

describe('opening a document', () => {
	it.each([
		['was cut off in the middle', async () => truncate(path, 200), 'load.problem.truncated'],
		['is empty', async () => truncate(path, 0), 'load.problem.empty'],
		['is no JSON', async () => writeFile(path, '{"format": nope}'), 'load.problem.notJson'],
		['is somebody else’s JSON', async () => writeFile(path, '{"name":"x"}'), 'load.problem.notLayerloom'],
	])('names the file and the reason when it %s', async (_what, damage, reason) => {
		await new DocumentFiles().save(path, first, false);
		await damage();
		const before = await readFile(path);
		await expect(new DocumentFiles().open(path)).rejects.toMatchObject({
			userMessage: { id: 'documents.problem.notLoaded', values: { name: 'net.loom.json', reason: { id: reason } } },
		});
		expect(await readFile(path)).toEqual(before);
	});

	it('says where a file was that is gone', async () => {
		await expect(new DocumentFiles().open(path)).rejects.toMatchObject({
			userMessage: { id: 'documents.problem.missing', values: { folder } },
		});
		await expect(new DocumentFiles().open(folder)).rejects.toMatchObject({ userMessage: { id: 'documents.problem.isFolder' } });
	});

	it('refuses a file that is far too large without reading it', async () => {
		await writeFile(path, '');
		await truncate(path, 60_000_000);
		await expect(new DocumentFiles().open(path)).rejects.toMatchObject({ userMessage: { id: 'documents.problem.tooLarge' } });
	});

	it('sees through a second name of the same file', async () => {
		const files = new DocumentFiles();
		await files.save(path, first, false);
		await link(path, join(folder, 'second.loom.json'));
		expect((await files.open(join(folder, 'second.loom.json'))).document.id).toBe('first');
	});
});
