import { create } from 'zustand';
import type { NodeId } from '#shared/graph/document.ts';

export type Mode = 'build' | 'train' | 'explain' | 'lab';
export type DrawerTab = 'problems' | 'runs' | 'layers' | 'history' | 'pictures' | 'confusion';
export type InspectorTab = 'layer' | 'network' | 'data' | 'training';
export type DialogName = 'open' | 'saveAs' | 'export' | 'shortcuts' | 'chooseFolder';

/** What is looked at; never saved in the document, never undone. */
export interface ViewState {
	readonly page: 'start' | 'canvas';
	readonly mode: Mode;
	readonly selection: ReadonlySet<NodeId>;
	readonly inspectorTab: InspectorTab;
	readonly drawerTab: DrawerTab;
	readonly isDrawerOpen: boolean;
	readonly dialog: DialogName | null;
	/** Run shown in curves, test and export. */
	readonly run: string | null;
	/** Field of the selected layer whose symbol is pointed at, or the other way round. */
	readonly litField: string | null;
	set(changes: Partial<Omit<ViewState, 'set' | 'select'>>): void;
	select(nodes: Iterable<NodeId>): void;
}

export const useViewStore = create<ViewState>()((set) => ({
	page: 'start',
	mode: 'build',
	selection: new Set(),
	inspectorTab: 'layer',
	drawerTab: 'problems',
	isDrawerOpen: false,
	dialog: null,
	run: null,
	litField: null,
	set: (changes) => set(changes),
	select: (nodes) => set({ selection: new Set(nodes) }),
}));
