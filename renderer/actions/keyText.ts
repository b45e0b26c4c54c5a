import { chordParts } from './chord.ts';
import { isMac } from './isMac.ts';

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
