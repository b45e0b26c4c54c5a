import { create } from 'zustand';
import { useViewStore } from '../view/viewStore.ts';

/** How the drawer shows runs: their curves, what tells them apart, or the numbers of each epoch. */
export const runsViews = ['curves', 'differences', 'numbers'] as const;
export type RunsView = (typeof runsViews)[number];

/** Kept while other tabs of the drawer are open. */
export const useRunsViewStore = create<{ readonly view: RunsView }>()(() => ({ view: 'curves' }));

/** Brings the drawer up with what tells the ticked runs apart. */
export function showDifferences(): void {
	useRunsViewStore.setState({ view: 'differences' });
	useViewStore.getState().set({ drawerTab: 'runs', isDrawerOpen: true });
}
