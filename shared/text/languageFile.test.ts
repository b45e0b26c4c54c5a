import { describe, expect, it } from 'vitest';
import { english } from './en/english.ts';
import { newLanguageFile, readLanguageFile } from './languageFile.ts';

const total = Object.keys(english).length;

function fileOf(texts: Readonly<Record<string, unknown>>, changes: Readonly<Record<string, unknown>> = {}): string {
	return JSON.stringify({ layerloom: 'language', language: 'fr', name: 'Français', texts, ...changes });
}

function problemsOf(text: string): readonly string[] {
	const read = readLanguageFile(text);
	return read.ok
		? []
		: read.problem.map(({ id, values }) => [id.replace('language.problem.', ''), values?.key, values?.name].filter(Boolean).join(' '));
}

describe('a language file', () => {
	it('that was just made can be used and is wholly untranslated', () => {
		const read = readLanguageFile(newLanguageFile('fr', 'Français'));
		expect(read.ok && read.value).toMatchObject({ code: 'fr', name: 'Français', texts: {} });
		expect(read.ok && read.value.missing.length).toBe(total);
	});

	it('keeps what is translated and counts the rest', () => {
		const read = readLanguageFile(fileOf({ 'action.undo.label': 'Annuler', 'action.redo.label': 'Redo', 'action.save.label': '' }));
		expect(read.ok && read.value.texts).toEqual({ 'action.undo.label': 'Annuler' });
		expect(read.ok && read.value.missing.length).toBe(total - 1);
	});

	const mistakes: readonly [what: string, text: string, found: readonly string[]][] = [
		['a placeholder that is gone', fileOf({ 'announce.undone': 'Annulé' }), ['placeholderMissing announce.undone step']],
		['a placeholder of another name', fileOf({ 'announce.undone': 'Annulé : {step} {pas}' }), ['placeholderUnknown announce.undone pas']],
		['a brace left open', fileOf({ 'announce.undone': 'Annulé : {step' }), ['syntax announce.undone']],
		['a key that there is not', fileOf({ 'announce.undonne': 'Annulé' }), ['unknownKey announce.undonne']],
		[
			'several mistakes',
			fileOf({ 'announce.undone': 'x', nothing: 'y' }),
			['placeholderMissing announce.undone step', 'unknownKey nothing'],
		],
		['a tag that is none', fileOf({}, { language: 'français' }), ['badTag']],
		['a language of the program', fileOf({}, { language: 'de' }), ['bundled']],
		['another kind of file', '{"nodes": []}', ['notALanguage']],
		['a sentence that is a number', fileOf({ 'announce.undone': 3 }), ['notALanguage']],
		['text that is no JSON', '{"layerloom": "language",', ['notJson']],
	];
	for (const [what, text, found] of mistakes) {
		it(`is refused for ${what}`, () => expect(problemsOf(text)).toEqual(found));
	}
});
