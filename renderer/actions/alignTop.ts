import { alignSelection } from '../canvas/layout/alignSelection.ts';
import type { Action } from './action.ts';
import { canArrange } from './guards.ts';

export const alignTop: Action = {
	name: 'alignTop',
	group: 'arrange',
	isEnabled: () => canArrange(2),
	run: () => alignSelection('top'),
};
