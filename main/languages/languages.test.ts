import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { english } from '#shared/text/en/english.ts';
import { createFormatter } from '#shared/text/formatter.ts';
import { message } from '#shared/text/message.ts';
import { speak, words } from '../words.ts';
import { Languages, systemLanguages } from './languages.ts';

const french = JSON.stringify({ layerloom: 'language', language: 'fr', name: 'Français', texts: { 'action.undo.label': 'Annuler' } });
const undo = message('action.undo.label');
let folder: string;

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'layerloom-languages-'));
});

afterEach(async () => {
	speak(createFormatter('en', english));
	await rm(folder, { recursive: true });
});

describe('Languages', () => {
	it('keeps an added file, offers it and speaks it, with English for the rest', async () => {
		const languages = new Languages(join(folder, 'languages'));
		expect(await languages.list()).toEqual([]);
		await languages.add(french);
		expect((await languages.list()).map(({ code, name }) => [code, name])).toEqual([['fr', 'Français']]);
		expect(await languages.speak('fr', [])).toBe(true);
		expect([words.text(undo), words.text(message('action.redo.label')), words.percent(0.5)]).toEqual(['Annuler', 'Redo', '50,0 %']);
	});

	it('speaks German, chosen or by the system', async () => {
		const languages = new Languages(folder);
		expect(await languages.speak('de', [])).toBe(true);
		expect(words.text(undo)).toBe('Rückgängig');
		await languages.speak(null, ['en-GB']);
		expect(words.text(undo)).toBe('Undo');
		await languages.speak(null, systemLanguages({ LANG: 'de_AT.UTF-8' }));
		expect(words.text(undo)).toBe('Rückgängig');
	});

	it('refuses a file with a mistake by the key and the placeholder, and leaves out one that was damaged later', async () => {
		const languages = new Languages(folder);
		const broken = french.replace('"action.undo.label":"Annuler"', '"announce.undone":"Annulé"');
		await expect(languages.add(broken)).rejects.toMatchObject({
			userMessage: { values: { first: { values: { key: 'announce.undone', name: 'step' } } } },
		});
		await writeFile(join(folder, 'pl.json'), '{');
		expect(await languages.list()).toEqual([]);
		expect(await languages.speak('pl', [])).toBe(false);
		await expect(languages.read('../pl')).rejects.toMatchObject({ userMessage: { id: 'language.problem.gone' } });
	});
});
