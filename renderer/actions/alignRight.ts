import { alignSelection } from '../canvas/layout/alignSelection.ts';
import type { Action } from './action.ts';
import { canArrange } from './guards.ts';

export const alignRight: Action = {
	name: 'alignRight',
	group: 'arrange',
	isEnabled: () => canArrange(2),
	run: () => alignSelection('right'),
};
