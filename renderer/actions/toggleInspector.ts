import { isInspectorOpen, showInspector } from '../shell/useWindowClass.ts';
import type { Action } from './action.ts';
import { isOnCanvas } from './guards.ts';

export const toggleInspector: Action = {
	name: 'toggleInspector',
	group: 'view',
	keys: ['mod+I'],
	isEnabled: isOnCanvas,
	run: () => showInspector(!isInspectorOpen()),
};
