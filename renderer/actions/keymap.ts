import type { Host } from '../host.ts';
import { changePreferences, usePreferencesStore } from '../preferences/preferencesStore.ts';
import type { Action } from './action.ts';
import { canonicalChord } from './chord.ts';

/** Shortcuts by action that replace the built-in ones. */
export type KeyChoices = Readonly<Record<string, readonly string[]>>;

/** The shortcuts that an action has: the chosen ones, else its own. What the system answers itself cannot be chosen. */
export function resolveKeys(action: Action, choices: KeyChoices): readonly string[] {
	const chosen = Object.hasOwn(choices, action.name) && !action.isSystemKey ? choices[action.name] : undefined;
	return chosen ?? action.keys ?? [];
}

export function keysOf(action: Action): readonly string[] {
	return resolveKeys(action, usePreferencesStore.getState().keys);
}

/** As `keysOf`, kept up to date. */
export function useKeys(action: Action): readonly string[] {
	return resolveKeys(
		action,
		usePreferencesStore((state) => state.keys),
	);
}

/** The action that has the keys already. */
export function ownerOf(chord: string, actions: readonly Action[], choices: KeyChoices): Action | null {
	return actions.find((action) => resolveKeys(action, choices).some((keys) => canonicalChord(keys) === chord)) ?? null;
}

/** Choices in which `action` has `chord` alone; whoever had it gets the first key of `action` for it, where it has one. */
export function assignKeys(action: Action, chord: string, actions: readonly Action[], choices: KeyChoices): KeyChoices {
	const owner = ownerOf(chord, actions, choices);
	const next: Record<string, readonly string[]> = { ...choices, [action.name]: [chord] };
	if (owner && owner !== action) {
		const [given] = resolveKeys(action, choices);
		const others = resolveKeys(owner, choices).filter((keys) => canonicalChord(keys) !== chord);
		next[owner.name] = given === undefined ? others : [given, ...others];
	}
	return withoutBuiltIn(next, actions);
}

/** Choices with the action's built-in keys; other actions that took one of them give it back. */
export function resetKeys(action: Action, actions: readonly Action[], choices: KeyChoices): KeyChoices {
	const own = new Set((action.keys ?? []).map(canonicalChord));
	const next = Object.entries(choices)
		.filter(([name]) => name !== action.name)
		.map(([name, keys]) => [name, keys.filter((key) => !own.has(canonicalChord(key)))] as const);
	return withoutBuiltIn(Object.fromEntries(next), actions);
}

/** What equals the built-in keys is no choice. */
function withoutBuiltIn(choices: KeyChoices, actions: readonly Action[]): KeyChoices {
	const builtIn = new Map(actions.map((action) => [action.name, spellAll(action.keys ?? [])]));
	return Object.fromEntries(Object.entries(choices).filter(([name, keys]) => builtIn.get(name) !== spellAll(keys)));
}

function spellAll(keys: readonly string[]): string {
	return keys.map(canonicalChord).join(' ');
}

export function chooseKeys(host: Host, choices: KeyChoices): Promise<void> {
	return changePreferences(host, { keys: Object.fromEntries(Object.entries(choices).map(([name, keys]) => [name, [...keys]])) });
}
