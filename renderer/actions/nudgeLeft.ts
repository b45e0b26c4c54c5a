import { FINE, nudgeSelection } from '../canvas/layout/nudgeSelection.ts';
import type { Action } from './action.ts';
import { canArrange } from './guards.ts';

export const nudgeLeft: Action = {
	name: 'nudgeLeft',
	group: 'arrange',
	keys: ['ArrowLeft'],
	isCanvasKey: true,
	isEnabled: () => canArrange(1),
	run: () => nudgeSelection({ x: -FINE, y: 0 }),
};
