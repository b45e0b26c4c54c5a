import { isMac } from './isMac.ts';

const modifiers = ['mod', 'ctrl', 'meta', 'alt', 'shift'] as const;
type Modifier = (typeof modifiers)[number];

/** What a key press tells; a `KeyboardEvent` has it all. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** `mod+shift+Z` → ["mod", "shift", "Z"]; the plus key itself is `+`. */
export function chordParts(keys: string): readonly string[] {
	const isPlus = keys === '+' || keys.endsWith('++');
	const parts = (isPlus ? keys.slice(0, -1) : keys).split('+').filter((part) => part !== '');
	return isPlus ? [...parts, '+'] : parts;
}

/** One spelling for each way to write the same keys: `Shift+mod+z` and `mod+shift+Z` are the same. */
export function canonicalChord(keys: string): string {
	const parts = chordParts(keys);
	const held = new Set(parts.slice(0, -1).map((part) => part.toLowerCase()));
	return spell((name) => held.has(name), parts.at(-1) ?? '');
}

/** The pressed keys in the same spelling; `null` while only modifiers are down. */
export function chordOf(press: KeyPress): string | null {
	if (['Control', 'Shift', 'Alt', 'Meta', 'AltGraph', 'Dead', 'Process', 'Unidentified'].includes(press.key)) return null;
	const held: Readonly<Record<Modifier, boolean>> = {
		mod: isMac ? press.metaKey : press.ctrlKey,
		ctrl: isMac && press.ctrlKey,
		meta: !isMac && press.metaKey,
		alt: press.altKey,
		shift: press.shiftKey,
	};
	return spell((name) => held[name], latinKey(press));
}

/** Letters by their place on the keyboard where it writes other ones: Cyrillic and Greek, or a Mac with Option held. */
function latinKey({ key, code, altKey }: KeyPress): string {
	const isOther = key.length === 1 && (key > '~' || (isMac && altKey));
	const [, letter] = /^(?:Key|Digit)([A-Z0-9])$/.exec(code) ?? [];
	return isOther && letter !== undefined ? letter : key;
}

function spell(isHeld: (name: Modifier) => boolean, key: string): string {
	const name = key === ' ' ? 'Space' : key;
	const shown = name.length === 1 ? name.toUpperCase() : name;
	// The sign itself says whether Shift is held, and keyboards differ in where they have it.
	const isSign = shown.length === 1 && !/[A-Z0-9]/.test(shown);
	return [...modifiers.filter((modifier) => isHeld(modifier) && !(isSign && modifier === 'shift')), shown].join('+');
}

/** For `aria-keyshortcuts`: `Control+Shift+Z`. */
export function ariaShortcut(keys: string): string {
	const names: Readonly<Record<string, string>> = {
		mod: isMac ? 'Meta' : 'Control',
		ctrl: 'Control',
		alt: 'Alt',
		shift: 'Shift',
		meta: 'Meta',
		'+': 'Plus',
	};
	return chordParts(keys)
		.map((part) => names[part] ?? part)
		.join('+');
}
