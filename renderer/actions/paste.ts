import { pasteText, readClipboard } from '../clipboard/clipboard.ts';
import type { Action } from './action.ts';
import { canEdit } from './guards.ts';

/** Puts copied layers, or a network file's text, on the canvas. */
export const paste: Action = {
	name: 'paste',
	group: 'edit',
	keys: ['mod+V'],
	isSystemKey: true,
	isEnabled: canEdit,
	run: async () => pasteText(await readClipboard()),
};
