import { FINE, nudgeSelection } from '../canvas/layout/nudgeSelection.ts';
import type { Action } from './action.ts';
import { canArrange } from './guards.ts';

export const nudgeDown: Action = {
	name: 'nudgeDown',
	group: 'arrange',
	keys: ['ArrowDown'],
	isCanvasKey: true,
	isEnabled: () => canArrange(1),
	run: () => nudgeSelection({ x: 0, y: FINE }),
};
