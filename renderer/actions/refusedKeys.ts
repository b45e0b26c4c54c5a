import { isMac } from './isMac.ts';

/** Browsers act on these before a page hears of them. */
const browser = new Set([
	...['mod+W', 'mod+shift+W', 'mod+T', 'mod+shift+T', 'mod+N', 'mod+shift+N'],
	...['mod+Tab', 'mod+shift+Tab', 'ctrl+Tab', 'ctrl+shift+Tab', 'mod+PageUp', 'mod+PageDown', 'F11'],
]);
const system = new Set(['alt+F4', 'alt+Tab', ...(isMac ? ['mod+Q', 'mod+H', 'mod+M', 'mod+Tab'] : [])]);
const clipboard = new Set(['mod+C', 'mod+X', 'mod+V']);
/** What moves the focus and presses buttons. */
const plain = new Set(['Tab', 'shift+Tab', 'Enter', 'Space', 'Escape']);
/** What goes through lists and text. */
const arrows = new Set(['Left', 'Right', 'Up', 'Down'].flatMap(arrowChords));

function arrowChords(side: string): readonly string[] {
	return [`Arrow${side}`, `shift+Arrow${side}`];
}

export type KeyRefusal = 'browser' | 'system' | 'clipboard' | 'plain';

/**
 * Why a chord can be no shortcut; `null` when it can. A window of its own hears also what a browser keeps, and an action of the
 * canvas alone can have the arrow keys.
 */
export function whyRefused(chord: string, shell: 'electron' | 'web', isCanvasKey = false): KeyRefusal | null {
	if (shell === 'web' && browser.has(chord)) return 'browser';
	if (system.has(chord)) return 'system';
	if (clipboard.has(chord)) return 'clipboard';
	return plain.has(chord) || (!isCanvasKey && arrows.has(chord)) ? 'plain' : null;
}
