import { english } from '#shared/text/en/english.ts';
import type { AddedLanguage } from '#shared/text/languageFile.ts';
import type { Languages } from '../languages/languages.ts';
import type { Requests } from './requests.ts';

/** Languages that come in a file of somebody's own. */
export function createLanguageRequests(languages: Languages): Requests['languages'] {
	return {
		async list() {
			return (await languages.list()).map(describe);
		},
		async read({ code }) {
			const language = await languages.read(code);
			return { ...describe(language), texts: language.texts };
		},
		async add({ text }) {
			return describe(await languages.add(text));
		},
	};
}

const TOTAL = Object.keys(english).length;

function describe({ code, name, missing }: AddedLanguage) {
	return { code, name, total: TOTAL, missing: missing.length };
}
