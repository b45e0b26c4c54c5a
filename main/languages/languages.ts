import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { english } from '#shared/text/en/english.ts';
import { createFormatter, type TextCatalogue } from '#shared/text/formatter.ts';
import { type AddedLanguage, MAX_LANGUAGE_BYTES, readLanguageFile } from '#shared/text/languageFile.ts';
import { bundledLanguages, isTag, resolveLanguage } from '#shared/text/languages.ts';
import { type Message, message } from '#shared/text/message.ts';
import { writeOwnFile } from '../atomicFile.ts';
import { writeProblem } from '../documents/fileProblem.ts';
import { Problem } from '../problem.ts';
import { speak, words } from '../words.ts';

const FILE = /^([A-Za-z0-9-]+)\.json$/;

/** What the system asks for, as POSIX has it: `LANG=de_DE.UTF-8` → `['de-DE']`. */
export function systemLanguages(environment: NodeJS.ProcessEnv = process.env): readonly string[] {
	const said = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || Intl.DateTimeFormat().resolvedOptions().locale;
	return [said.replace(/[.@].*/, '').replaceAll('_', '-')];
}

/** Languages that somebody added, a file each in one folder; and which one the program itself speaks. */
export class Languages {
	constructor(private readonly folder: string) {}

	/** By tag. A file that cannot be read is left out and left alone. */
	async list(): Promise<readonly AddedLanguage[]> {
		const names = await readdir(this.folder).catch(() => []);
		const codes = names.flatMap((name) => FILE.exec(name)?.[1] ?? []).sort();
		const read = await Promise.all(codes.map((code) => this.find(code)));
		return read.filter((language) => language !== null);
	}

	/** Throws a `Problem` for one that is gone or has become unusable. */
	async read(code: string): Promise<AddedLanguage> {
		const found = await this.find(code);
		if (!found) throw new Problem(message('language.problem.gone', { code }));
		return found;
	}

	/** Checks the content of a file and keeps it; one of the same tag is replaced. Throws a `Problem` that names the mistake. */
	async add(text: string): Promise<AddedLanguage> {
		const language = readLanguage(text);
		const path = join(this.folder, `${language.code}.json`);
		try {
			await mkdir(this.folder, { recursive: true });
			await writeOwnFile(path, text);
		} catch (error) {
			throw writeProblem(path, error);
		}
		return language;
	}

	/** The program's own words are of this language from here on; `null` is the system's. False where there is no such language. */
	async speak(choice: string | null, system: readonly string[] = systemLanguages()): Promise<boolean> {
		const added = choice === null ? null : await this.find(choice);
		const available = [...bundledLanguages.map(({ code }) => code), ...(added ? [added.code] : [])];
		const { language, locale } = resolveLanguage(choice, system, available);
		speak(createFormatter(locale, await this.textsOf(language, added), english));
		return choice === null || language === choice || choice.startsWith(`${language}-`);
	}

	private async textsOf(language: string, added: AddedLanguage | null): Promise<TextCatalogue> {
		if (added?.code === language) return added.texts;
		return (await bundledLanguages.find(({ code }) => code === language)?.load()) ?? english;
	}

	private async find(code: string): Promise<AddedLanguage | null> {
		if (!isTag(code)) return null;
		const text = await readFile(join(this.folder, `${code}.json`), 'utf8').catch(() => null);
		const read = text === null ? null : readLanguageFile(text);
		return read?.ok ? read.value : null;
	}
}

/** Throws a `Problem` with the first mistake and how many more there are. */
export function readLanguage(text: string): AddedLanguage {
	const size = Buffer.byteLength(text);
	if (size > MAX_LANGUAGE_BYTES) {
		throw new Problem(message('language.problem.tooLarge', { size: words.bytes(size), limit: words.bytes(MAX_LANGUAGE_BYTES) }));
	}
	const read = readLanguageFile(text);
	if (read.ok) return read.value;
	throw new Problem(summaryOf(read.problem));
}

function summaryOf(problems: readonly Message[]): Message {
	const [first, ...others] = problems;
	return message('language.problem.several', { first: first ?? '', count: others.length });
}
