import { canvasHandle } from '../canvas/canvasHandle.ts';
import type { Action } from './action.ts';
import { isOnCanvas } from './guards.ts';

export const zoomIn: Action = {
	name: 'zoomIn',
	group: 'view',
	keys: ['='],
	isEnabled: isOnCanvas,
	run: () => canvasHandle.current?.zoomIn(),
};
