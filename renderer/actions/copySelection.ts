import { copyText, writeClipboard } from '../clipboard/clipboard.ts';
import type { Action } from './action.ts';
import { isOnCanvas, selectedNodes } from './guards.ts';

/** Puts the selected layers on the clipboard, as text that any window can paste. */
export const copySelection: Action = {
	name: 'copySelection',
	group: 'edit',
	keys: ['mod+C'],
	isSystemKey: true,
	isEnabled: () => isOnCanvas() && selectedNodes().length > 0,
	run: () => writeClipboard(copyText()),
};
