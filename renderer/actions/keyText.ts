import { chordParts } from './chord.ts';
import { isMac } from './isMac.ts';

const arrows = { ArrowLeft: '←', ArrowRight: '→', ArrowUp: '↑', ArrowDown: '↓' };
const symbols: Readonly<Record<string, string>> = isMac
	? { ...arrows, mod: '⌘', shift: '⇧', alt: '⌥', Enter: '↩', Delete: '⌫' }
	: { ...arrows, mod: 'Ctrl', shift: 'Shift', alt: 'Alt', Delete: 'Del' };

/** A shortcut as it is printed on keys: `mod+shift+Z` → ["Ctrl", "Shift", "Z"]. */
export function keyCaps(key: string): readonly string[] {
	return chordParts(key).map((part) => symbols[part] ?? part);
}

/** For tooltips: "Ctrl+Z". */
export function keyText(key: string): string {
	return keyCaps(key).join(isMac ? '' : '+');
}
