import { z } from 'zod';

/** `auto` follows the system. In the order in which they are offered. */
export const themes = ['auto', 'light', 'dark'] as const;

/** What a person chose for the program as a whole, on this computer; nothing of it is part of a document. */
export const preferencesSchema = z.object({
	theme: z.enum(themes),
	/** Tag of a language (`de`); `null` follows the system. */
	language: z.string().min(1).max(64).nullable(),
	/** `auto` follows the system. */
	motion: z.enum(['auto', 'reduced']),
	/** `auto` follows the system. */
	contrast: z.enum(['auto', 'more']),
	/** Shortcuts by action, only where they differ from the built-in ones; an empty list takes the keys away. */
	keys: z.record(z.string(), z.array(z.string().min(1).max(64)).max(8)),
});

export type Preferences = Readonly<z.infer<typeof preferencesSchema>>;
export type PreferenceName = keyof Preferences;

export const defaultPreferences: Preferences = { theme: 'auto', language: null, motion: 'auto', contrast: 'auto', keys: {} };

/** Any of the preferences, as a request or a file has them. */
export const preferenceChangesSchema = preferencesSchema.partial();

export interface ReadPreferences {
	readonly preferences: Preferences;
	/** Preferences whose value was none that can be used; the default stands in. */
	readonly unusable: readonly PreferenceName[];
}

/** Takes what is usable from the content of a file. What is missing has its default; entries of other versions are left alone. */
export function readPreferences(content: Readonly<Record<string, unknown>>): ReadPreferences {
	const preferences: Record<string, unknown> = { ...defaultPreferences };
	const unusable: PreferenceName[] = [];
	for (const name of Object.keys(preferencesSchema.shape) as PreferenceName[]) {
		if (content[name] === undefined) continue;
		const parsed = preferencesSchema.shape[name].safeParse(content[name]);
		if (parsed.success) preferences[name] = parsed.data;
		else unusable.push(name);
	}
	return { preferences: preferences as Preferences, unusable };
}
