import { COARSE, nudgeSelection } from '../canvas/layout/nudgeSelection.ts';
import type { Action } from './action.ts';
import { canArrange } from './guards.ts';

export const nudgeFarRight: Action = {
	name: 'nudgeFarRight',
	group: 'arrange',
	keys: ['shift+ArrowRight'],
	isCanvasKey: true,
	isEnabled: () => canArrange(1),
	run: () => nudgeSelection({ x: COARSE, y: 0 }),
};
