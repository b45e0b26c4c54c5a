import { join } from 'node:path';
import type { Languages } from '#main/languages/languages.ts';
import { PreferencesFile } from '#main/preferences/preferencesFile.ts';
import { Problem } from '#main/problem.ts';
import { bundledLanguages } from '#shared/text/languages.ts';
import { message } from '#shared/text/message.ts';

const OPTION = '--language';

/**
 * Takes `--language de` out of the parameters, wherever it stands: the help is worded before the commands are read.
 * `{ given: null }` where it is not there.
 */
export function takeLanguage(parameters: readonly string[]): { readonly given: string | null; readonly rest: readonly string[] } {
	const end = parameters.indexOf('--');
	const place = parameters.findIndex((word, at) => (end === -1 || at < end) && (word === OPTION || word.startsWith(`${OPTION}=`)));
	const word = parameters[place];
	if (word === undefined) return { given: null, rest: parameters };
	const isJoined = word !== OPTION;
	const given = isJoined ? word.slice(OPTION.length + 1) : (parameters[place + 1] ?? '');
	return { given, rest: [...parameters.slice(0, place), ...parameters.slice(place + (isJoined ? 1 : 2))] };
}

/** Speaks the language asked for, else the one of the preferences, else the system's. Throws a `Problem` for one that there is not. */
export async function speakChosen(
	languages: Languages,
	given: string | null,
	dataFolder: string,
	system: readonly string[],
): Promise<void> {
	if (given === null) {
		const file = new PreferencesFile(join(dataFolder, 'preferences.json'), () => new Date());
		await languages.speak(await file.language(), system);
		return;
	}
	if (await languages.speak(given, system)) return;
	await languages.speak(null, system);
	const added = await languages.list();
	const known = [...bundledLanguages, ...added].map(({ code }) => code).join(', ');
	throw new Problem(message('cli.language.unknown', { code: given, known }));
}
