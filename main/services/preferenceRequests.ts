import type { Preferences } from '#shared/preferences/preferences.ts';
import type { Broadcast } from '../broadcast.ts';
import type { Languages } from '../languages/languages.ts';
import type { PreferencesFile } from '../preferences/preferencesFile.ts';
import type { Requests } from './requests.ts';
import { toWire } from './wire.ts';

interface PreferenceParts {
	readonly file: PreferencesFile;
	readonly changed: Broadcast<Preferences>;
	/** Told of the chosen one, so that the program's own words follow the window's. */
	readonly languages: Languages;
}

/** What a person chose for the program as a whole, shared by all its windows. */
export function createPreferenceRequests({ file, changed, languages }: PreferenceParts): Requests['preferences'] {
	return {
		async read() {
			const { preferences, problem } = await file.load();
			await languages.speak(preferences.language);
			return { preferences, path: file.path, problem: problem === null ? null : toWire(problem) };
		},
		async change({ changes }) {
			const preferences = await file.change(definedOf(changes));
			await languages.speak(preferences.language);
			changed.send(preferences);
			return preferences;
		},
		async *changed(_input, options) {
			yield* changed.listen(options?.signal);
		},
	};
}

type Defined<T> = { [Name in keyof T]?: Exclude<T[Name], undefined> };

function definedOf<T extends object>(changes: T): Defined<T> {
	return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as Defined<T>;
}
