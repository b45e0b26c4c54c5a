import { alignSelection } from '../canvas/layout/alignSelection.ts';
import type { Action } from './action.ts';
import { canArrange } from './guards.ts';

export const alignMiddle: Action = {
	name: 'alignMiddle',
	group: 'arrange',
	isEnabled: () => canArrange(2),
	run: () => alignSelection('middle'),
};
