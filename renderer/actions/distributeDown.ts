import { distributeSelection } from '../canvas/layout/alignSelection.ts';
import type { Action } from './action.ts';
import { canArrange } from './guards.ts';

export const distributeDown: Action = {
	name: 'distributeDown',
	group: 'arrange',
	isEnabled: () => canArrange(3),
	run: () => distributeSelection('down'),
};
