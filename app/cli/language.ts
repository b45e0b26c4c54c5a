import { readFile, writeFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { readProblem, writeProblem } from '#main/documents/fileProblem.ts';
import { type Languages, readLanguage } from '#main/languages/languages.ts';
import { codeOf, Problem } from '#main/problem.ts';
import { english } from '#shared/text/en/english.ts';
import { newLanguageFile } from '#shared/text/languageFile.ts';
import { bundledLanguages, isTag } from '#shared/text/languages.ts';
import { message } from '#shared/text/message.ts';
import type { ExitCode, Terminal } from './terminal.ts';

const TOTAL = Object.keys(english).length;

/** `layerloom language new fr`: one file with every sentence in English, ready to be translated. */
export async function newLanguage(code: string, out: string | undefined, terminal: Terminal): Promise<ExitCode> {
	if (!isTag(code)) throw new Problem(message('language.problem.badTag', { found: code }));
	if (bundledLanguages.some((bundled) => bundled.code === code)) throw new Problem(message('language.problem.bundled', { code }));
	const path = resolve(out ?? `${code}.json`);
	try {
		await writeFile(path, newLanguageFile(code, nameOf(code)), { flag: 'wx' });
	} catch (error) {
		if (codeOf(error) === 'EEXIST') throw new Problem(message('cli.language.exists', { path }));
		throw writeProblem(path, error);
	}
	terminal.answer({ ok: true, path, sentences: TOTAL });
	terminal.say('cli.language.written', { path: basename(path), count: TOTAL });
	return 0;
}

/** `layerloom language check fr.json`: whether the file can be used, and how much of it is translated. */
export async function checkLanguage(file: string, terminal: Terminal): Promise<ExitCode> {
	const { code, name, missing } = readLanguage(await textOf(file));
	terminal.answer({ ok: true, language: code, name, total: TOTAL, missing });
	terminal.say('cli.language.fine', { name, count: TOTAL - missing.length, total: TOTAL, missing: missing.length });
	return 0;
}

/** `layerloom language add fr.json`: offers the language in the app on this computer. */
export async function addLanguage(file: string, languages: Languages, terminal: Terminal): Promise<ExitCode> {
	const { code, name, missing } = await languages.add(await textOf(file));
	terminal.answer({ ok: true, language: code, name, total: TOTAL, missing });
	terminal.say('cli.language.fine', { name, count: TOTAL - missing.length, total: TOTAL, missing: missing.length });
	terminal.say('cli.language.added', { name, code });
	return 0;
}

async function textOf(file: string): Promise<string> {
	const path = resolve(file);
	return readFile(path, 'utf8').catch((error: unknown) => {
		throw readProblem(path, error);
	});
}

/** `fr` → `français`, as the language calls itself; the tag where `Intl` has no name. */
function nameOf(code: string): string {
	return new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code;
}
