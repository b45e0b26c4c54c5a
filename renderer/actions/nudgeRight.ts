import { FINE, nudgeSelection } from '../canvas/layout/nudgeSelection.ts';
import type { Action } from './action.ts';
import { canArrange } from './guards.ts';

export const nudgeRight: Action = {
	name: 'nudgeRight',
	group: 'arrange',
	keys: ['ArrowRight'],
	isCanvasKey: true,
	isEnabled: () => canArrange(1),
	run: () => nudgeSelection({ x: FINE, y: 0 }),
};
