import { canvasHandle } from '../canvas/canvasHandle.ts';
import type { Action } from './action.ts';
import { isOnCanvas } from './guards.ts';

export const fitView: Action = {
	name: 'fitView',
	group: 'view',
	keys: ['F'],
	isEnabled: isOnCanvas,
	run: () => canvasHandle.current?.fitView(),
};
