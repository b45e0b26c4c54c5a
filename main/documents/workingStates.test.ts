import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lenet5 } from '#shared/templates/lenet.ts';
import { WorkingStates } from './workingStates.ts';

let folder = '';
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'layerloom-working-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const state = (id: string, second: number, name = 'net') => ({
	document: { ...lenet5.build(id), name },
	path: null,
	hasUnsavedChanges: true,
	savedAt: new Date(Date.UTC(2030, 0, 1, 0, 0, second)).toISOString(),
});

/** The file that holds the newest state of the only document. */
async function currentFile(): Promise<string> {
	const name = (await readdir(folder)).find((candidate) => !candidate.includes('previous'));
	return join(folder, String(name));
}

describe('working states', () => {
	it('come back newest first, whole, in another program', async () => {
		const states = new WorkingStates(folder);
		await states.keep(state('a', 1));
		await states.keep(state('b', 2));
		await states.keep({ ...state('a', 3), path: '/home/a.loom.json', hasUnsavedChanges: false });
		const recovered = await new WorkingStates(folder).list();
		expect(recovered.map(({ document }) => document.id)).toEqual(['a', 'b']);
		expect(recovered[0]).toEqual({ ...state('a', 3), path: '/home/a.loom.json', hasUnsavedChanges: false });
	});

	it('are empty on a new machine', async () => {
		expect(await new WorkingStates(join(folder, 'none')).list()).toEqual([]);
	});

	it('give way to the one before when the newest was cut off', async () => {
		const states = new WorkingStates(folder);
		await states.keep(state('a', 1, 'one'));
		await states.keep(state('a', 2, 'two'));
		await truncate(await currentFile(), 300);
		expect((await states.list()).map(({ document }) => document.name)).toEqual(['one']);
	});

	it('of other documents survive one that is beyond help', async () => {
		const states = new WorkingStates(folder);
		await states.keep(state('a', 1));
		await truncate(await currentFile(), 10);
		await states.keep(state('b', 2));
		await writeFile(join(folder, 'stray.txt'), 'x');
		expect((await states.list()).map(({ document }) => document.id)).toEqual(['b']);
	});

	it('are forgotten with everything that was kept of them', async () => {
		const states = new WorkingStates(folder);
		await states.keep(state('a', 1));
		await states.keep(state('a', 2));
		await states.forget('a');
		expect(await readdir(folder)).toEqual([]);
	});

	it('are kept for the twenty latest documents, and for every one that is saved nowhere else', async () => {
		const states = new WorkingStates(folder);
		await states.keep(state('never saved', 0));
		for (let number = 1; number <= 23; number++) await states.keep({ ...state(`document ${number}`, number), hasUnsavedChanges: false });
		const ids = (await states.list()).map(({ document }) => document.id);
		expect(ids).toHaveLength(21);
		expect(ids).not.toContain('document 3');
		expect(ids[0]).toBe('document 23');
		expect(ids.at(-1)).toBe('never saved');
	});

	it('kept at once end with the last one asked for', async () => {
		const states = new WorkingStates(folder);
		await Promise.all(Array.from({ length: 10 }, (_, number) => states.keep(state('a', number, `name ${number}`))));
		expect((await states.list()).map(({ document }) => document.name)).toEqual(['name 9']);
	});

	it('take any id as a name, none as a path', async () => {
		const states = new WorkingStates(folder);
		await states.keep(state('../../escape', 1));
		expect(await readFile(await currentFile(), 'utf8')).toContain('../../escape');
		expect((await states.list()).map(({ document }) => document.id)).toEqual(['../../escape']);
	});
});
