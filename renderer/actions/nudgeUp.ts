import { FINE, nudgeSelection } from '../canvas/layout/nudgeSelection.ts';
import type { Action } from './action.ts';
import { canArrange } from './guards.ts';

export const nudgeUp: Action = {
	name: 'nudgeUp',
	group: 'arrange',
	keys: ['ArrowUp'],
	isCanvasKey: true,
	isEnabled: () => canArrange(1),
	run: () => nudgeSelection({ x: 0, y: -FINE }),
};
