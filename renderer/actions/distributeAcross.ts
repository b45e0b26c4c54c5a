import { distributeSelection } from '../canvas/layout/alignSelection.ts';
import type { Action } from './action.ts';
import { canArrange } from './guards.ts';

export const distributeAcross: Action = {
	name: 'distributeAcross',
	group: 'arrange',
	isEnabled: () => canArrange(3),
	run: () => distributeSelection('across'),
};
