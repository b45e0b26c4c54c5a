import { create } from 'zustand';
import { persist } from 'zustand/middleware';

export interface PanelSizes {
	readonly left: number;
	/** The left panel while it shows the network as text, which needs more room. */
	readonly outline: number;
	readonly right: number;
	readonly drawer: number;
}

interface LayoutStore {
	/** Pixels. */
	readonly sizes: PanelSizes;
	readonly isLeftOpen: boolean;
	readonly isRightOpen: boolean;
	/** In a narrow window, where it lies over the canvas. */
	readonly isRightCalled: boolean;
	resize(panel: keyof PanelSizes, size: number): void;
	set(changes: Partial<Pick<LayoutStore, 'isLeftOpen' | 'isRightOpen' | 'isRightCalled'>>): void;
}

export const panelLimits: Readonly<Record<keyof PanelSizes, { readonly min: number; readonly max: number; readonly initial: number }>> = {
	left: { min: 180, max: 360, initial: 212 },
	outline: { min: 260, max: 720, initial: 400 },
	right: { min: 280, max: 520, initial: 324 },
	drawer: { min: 140, max: 560, initial: 236 },
};

/** How the window is divided; kept for the next start, never part of a document. */
export const useLayoutStore = create<LayoutStore>()(
	persist(
		(set) => ({
			sizes: {
				left: panelLimits.left.initial,
				outline: panelLimits.outline.initial,
				right: panelLimits.right.initial,
				drawer: panelLimits.drawer.initial,
			},
			isLeftOpen: true,
			isRightOpen: true,
			isRightCalled: false,
			resize: (panel, size) => {
				const { min, max } = panelLimits[panel];
				set((before) => ({ sizes: { ...before.sizes, [panel]: Math.round(Math.min(max, Math.max(min, size))) } }));
			},
			set: (changes) => set(changes),
		}),
		{
			name: 'layerloom.layout',
			merge: (stored, current) => {
				const kept = stored as Partial<LayoutStore> | undefined;
				return { ...current, ...kept, sizes: { ...current.sizes, ...kept?.sizes } };
			},
			partialize: ({ sizes, isLeftOpen, isRightOpen }) => ({ sizes, isLeftOpen, isRightOpen }),
		},
	),
);
