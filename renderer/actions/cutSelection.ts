import { cutText, writeClipboard } from '../clipboard/clipboard.ts';
import type { Action } from './action.ts';
import { canEdit, selectedNodes } from './guards.ts';

/** Puts the selected layers on the clipboard and takes them off the canvas. */
export const cutSelection: Action = {
	name: 'cutSelection',
	group: 'edit',
	keys: ['mod+X'],
	isSystemKey: true,
	isEnabled: () => canEdit() && selectedNodes().length > 0,
	run: () => writeClipboard(cutText()),
};
