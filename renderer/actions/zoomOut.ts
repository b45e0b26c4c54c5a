import { canvasHandle } from '../canvas/canvasHandle.ts';
import type { Action } from './action.ts';
import { isOnCanvas } from './guards.ts';

export const zoomOut: Action = {
	name: 'zoomOut',
	group: 'view',
	keys: ['-'],
	isEnabled: isOnCanvas,
	run: () => canvasHandle.current?.zoomOut(),
};
