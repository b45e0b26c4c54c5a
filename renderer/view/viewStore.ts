import { create } from 'zustand';
import type { GraphEdge, GroupId } from '#shared/graph/document.ts';

export type Mode = 'build' | 'train' | 'explain' | 'lab';
export type DrawerTab = 'problems' | 'runs' | 'layers' | 'history' | 'pictures' | 'confusion';
/** What stands left of the canvas in Build: layers to add, or the network as text. */
export type LeftTab = 'layers' | 'outline';
export type InspectorTab = 'layer' | 'network' | 'data' | 'training' | 'answer';
export type DialogName = 'rateFinder' | 'replaceHead' | 'export' | 'picture' | 'preferences' | 'shortcuts' | 'connect';

/** What is looked at; never saved in the document, never undone. */
export interface ViewState {
	readonly page: 'start' | 'canvas';
	readonly mode: Mode;
	/** Ids of layers, and keys of groups (`groupKey`). */
	readonly selection: ReadonlySet<string>;
	/** The group that the canvas looks into; `null` for the whole network. */
	readonly inside: GroupId | null;
	/** The one selected wire; only while no node is selected. */
	readonly selectedEdge: GraphEdge | null;
	/** Node, or key of the group, whose name is being typed on its card. */
	readonly renaming: string | null;
	readonly leftTab: LeftTab;
	readonly inspectorTab: InspectorTab;
	readonly drawerTab: DrawerTab;
	readonly isDrawerOpen: boolean;
	readonly dialog: DialogName | null;
	/** Run shown in curves, test and export. */
	readonly run: string | null;
	/** Field of the selected layer whose symbol is pointed at, or the other way round. */
	readonly litField: string | null;
	set(changes: Partial<Omit<ViewState, 'set' | 'select' | 'showMode'>>): void;
	select(things: Iterable<string>): void;
	/** Switches the mode and brings the panels that belong to it. */
	showMode(mode: Mode): void;
}

const panelsOfMode: Readonly<Record<Mode, Partial<ViewState>>> = {
	build: { inspectorTab: 'layer' },
	train: { inspectorTab: 'training', drawerTab: 'runs', isDrawerOpen: true },
	explain: { inspectorTab: 'answer', drawerTab: 'confusion' },
	lab: {},
};

export const useViewStore = create<ViewState>()((set) => ({
	page: 'start',
	mode: 'build',
	selection: new Set(),
	inside: null,
	selectedEdge: null,
	renaming: null,
	leftTab: 'layers',
	inspectorTab: 'layer',
	drawerTab: 'problems',
	isDrawerOpen: false,
	dialog: null,
	run: null,
	litField: null,
	set: (changes) => set(changes),
	select: (things) => set({ selection: new Set(things), selectedEdge: null }),
	showMode: (mode) => set((before) => (before.mode === mode ? before : { mode, ...panelsOfMode[mode] })),
}));
