import { COARSE, nudgeSelection } from '../canvas/layout/nudgeSelection.ts';
import type { Action } from './action.ts';
import { canArrange } from './guards.ts';

export const nudgeFarDown: Action = {
	name: 'nudgeFarDown',
	group: 'arrange',
	keys: ['shift+ArrowDown'],
	isCanvasKey: true,
	isEnabled: () => canArrange(1),
	run: () => nudgeSelection({ x: 0, y: COARSE }),
};
