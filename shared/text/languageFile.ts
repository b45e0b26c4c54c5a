import { z } from 'zod';
import { failure, ok, type Result } from '../result.ts';
import { checkTexts } from './checkTexts.ts';
import { english } from './en/english.ts';
import type { TextCatalogue } from './formatter.ts';
import { bundledLanguages, isTag } from './languages.ts';
import { type Message, message } from './message.ts';

/** A language that somebody added: one file of sentences by key. What it lacks is shown in English. */
export interface AddedLanguage {
	/** BCP 47 tag: `fr`. */
	readonly code: string;
	/** In the language itself: `Français`. */
	readonly name: string;
	readonly texts: TextCatalogue;
	/** Keys that are shown in English. */
	readonly missing: readonly string[];
}

const fileSchema = z.object({
	layerloom: z.literal('language'),
	language: z.string().min(1).max(64),
	name: z.string().min(1).max(64),
	texts: z.record(z.string(), z.string()),
});

/** The largest file that is read; the English one has a tenth of it. */
export const MAX_LANGUAGE_BYTES = 4_000_000;

/** Content of a new file: every sentence in English, to be replaced one by one. */
export function newLanguageFile(code: string, name: string): string {
	return `${JSON.stringify({ layerloom: 'language', language: code, name, texts: english }, null, '\t')}\n`;
}

/** Reads a language file. Problems name the line, the key and the placeholder. A sentence left in English counts as missing. */
export function readLanguageFile(text: string): Result<AddedLanguage, readonly Message[]> {
	const content = parseJson(text);
	if (!content.ok) return failure([content.problem]);
	const parsed = fileSchema.safeParse(content.value);
	if (!parsed.success) return failure([shapeProblem(parsed.error)]);
	const { language: code, name, texts } = parsed.data;
	if (!isTag(code)) return failure([message('language.problem.badTag', { found: code })]);
	if (bundledLanguages.some((bundled) => bundled.code === code)) return failure([message('language.problem.bundled', { code })]);
	const translated = Object.fromEntries(Object.entries(texts).filter(([key, sentence]) => sentence !== english[key]));
	const { problems, usable, missing } = checkTexts(translated, english, code);
	return problems.length > 0 ? failure(problems) : ok({ code, name, texts: usable, missing });
}

function parseJson(text: string): Result<unknown, Message> {
	try {
		return ok(JSON.parse(text.replace(/^\uFEFF/, '')));
	} catch (error) {
		const place = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
		const line = text.slice(0, place === undefined ? text.length : Number(place)).split('\n').length;
		return failure(message('language.problem.notJson', { line }));
	}
}

function shapeProblem(error: z.ZodError): Message {
	const [issue] = error.issues;
	const place = issue?.path.map((part) => `“${String(part)}”`).join(' → ') || '{ … }';
	return message('language.problem.notALanguage', { place, expected: expectedAt(issue?.path[0]) });
}

function expectedAt(part: PropertyKey | undefined): string {
	if (part === 'layerloom') return '"language"';
	if (part === 'texts') return '"…"';
	return part === undefined ? '{ "layerloom": "language", … }' : '"…"';
}
