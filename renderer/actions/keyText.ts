import { chordParts } from './chord.ts';

const isMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent);

const symbols: Readonly<Record<string, string>> = isMac
	? { mod: '⌘', shift: '⇧', alt: '⌥', Enter: '↩', Delete: '⌫' }
	: { mod: 'Ctrl', shift: 'Shift', alt: 'Alt', Delete: 'Del' };

/** A shortcut as it is printed on keys: `mod+shift+Z` → ["Ctrl", "Shift", "Z"]. */
export function keyCaps(key: string): readonly string[] {
	return chordParts(key).map((part) => symbols[part] ?? part);
}

/** For tooltips: "Ctrl+Z". */
export function keyText(key: string): string {
	return keyCaps(key).join(isMac ? '' : '+');
}
