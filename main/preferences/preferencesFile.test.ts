import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultPreferences } from '#shared/preferences/preferences.ts';
import { PreferencesFile } from './preferencesFile.ts';

let folder = '';
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'layerloom-preferences-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const open = () => new PreferencesFile(join(folder, 'preferences.json'), () => new Date('2030-01-02T03:04:05.678Z'));
const stored = async () => JSON.parse(await readFile(join(folder, 'preferences.json'), 'utf8'));

describe('the preferences file', () => {
	it('keeps what was changed for the next program, and every other preference', async () => {
		const file = open();
		await Promise.all([file.change({ theme: 'dark' }), file.change({ keys: { undo: ['mod+J'] } })]);
		await file.settle();
		expect(await open().load()).toEqual({
			preferences: { ...defaultPreferences, theme: 'dark', keys: { undo: ['mod+J'] } },
			problem: null,
		});
	});

	it('starts with the defaults and says nothing while there is no file', async () => {
		expect(await open().load()).toEqual({ preferences: defaultPreferences, problem: null });
		expect(await readdir(folder)).toEqual([]);
	});

	it('leaves entries of another version in the file', async () => {
		await writeFile(join(folder, 'preferences.json'), '{"sounds":"all","theme":"light"}');
		await open().change({ motion: 'reduced' });
		expect(await stored()).toEqual({ ...defaultPreferences, sounds: 'all', theme: 'light', motion: 'reduced' });
	});

	it.each(['{"theme":', '[1]', 'null', ''])('keeps a broken file aside and tells it once: %j', async (text) => {
		await writeFile(join(folder, 'preferences.json'), text);
		const kept = join(folder, 'preferences.2030-01-02T03-04-05.old.json');
		const first = await open().load();
		expect(first.preferences).toEqual(defaultPreferences);
		expect(first.problem).toEqual({ id: 'preferences.problem.broken', values: { file: 'preferences.json', kept } });
		expect(await readFile(kept, 'utf8')).toBe(text);
		expect((await open().load()).problem).toBeNull();
	});

	it('keeps the usable preferences of a file with some that are not, and names those', async () => {
		await writeFile(join(folder, 'preferences.json'), '{"theme":"pink","motion":"reduced","sounds":1}');
		const { preferences, problem } = await open().load();
		expect(preferences).toEqual({ ...defaultPreferences, motion: 'reduced' });
		expect(problem?.values).toMatchObject({ names: 'theme' });
		expect((await open().load()).problem).toBeNull();
	});

	it('works with the defaults where the file cannot be read, and refuses changes in words', async () => {
		await mkdir(join(folder, 'preferences.json'));
		const file = open();
		expect((await file.load()).problem?.id).toBe('documents.problem.isFolder');
		await expect(file.change({ theme: 'dark' })).rejects.toMatchObject({ name: 'Problem' });
	});
});
