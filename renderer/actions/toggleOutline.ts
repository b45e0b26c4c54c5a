import { useLayoutStore } from '../shell/layoutStore.ts';
import { useViewStore } from '../view/viewStore.ts';
import type { Action } from './action.ts';
import { isOnCanvas } from './guards.ts';

export const toggleOutline: Action = {
	name: 'toggleOutline',
	group: 'view',
	keys: ['T'],
	isEnabled: isOnCanvas,
	run: () => {
		const { leftTab, mode, set, showMode } = useViewStore.getState();
		const isShown = leftTab === 'outline' && mode === 'build' && useLayoutStore.getState().isLeftOpen;
		if (!isShown) {
			showMode('build');
			useLayoutStore.getState().set({ isLeftOpen: true });
		}
		set({ leftTab: isShown ? 'layers' : 'outline' });
	},
};
